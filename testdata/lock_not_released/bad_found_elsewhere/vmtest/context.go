// Package vmtest has the contexts of all chains.
package vmtest

import "sync"

// Context is what a machine runs in.
type Context struct {
	Lock  sync.Mutex
	Chain string
	Fork  int
}

var contexts = map[string]*Context{"C": {Chain: "C"}}

// ContextOf finds a context.
func ContextOf(chain string) *Context { return contexts[chain] }
