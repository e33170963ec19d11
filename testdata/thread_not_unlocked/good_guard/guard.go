package guard

import (
	"io"
	"runtime"
)

type guard struct{ depth int }

// New binds the goroutine until the guard is closed.
func New() io.Closer {
	g := &guard{depth: 1}
	runtime.LockOSThread()
	return g
}

// Close gives the thread back.
func (g *guard) Close() error {
	g.depth--
	runtime.UnlockOSThread()
	return nil
}
