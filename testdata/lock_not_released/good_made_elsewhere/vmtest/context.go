// Package vmtest makes what tests of machines need.
package vmtest

import "sync"

// Context is what a machine runs in; whoever runs the machine holds its lock.
type Context struct {
	Lock  sync.Mutex
	Chain string
	Fork  int
}

func withFork(chain string, fork int) *Context {
	context := &Context{Chain: chain}
	context.Fork = fork
	return context
}

// NewContext makes a context.
func NewContext(chain string) *Context { return withFork(chain, 1) }
