//proof:none it stays in its namespace for good, which is the point
package nsworker

import (
	"runtime"

	"golang.org/x/sys/unix"
)

// Worker runs functions inside one network namespace.
type Worker struct{ calls chan func() }

// New starts a worker in the namespace fd.
func New(fd int) (*Worker, error) {
	w := &Worker{calls: make(chan func())}
	started := make(chan error, 1)
	go func() {
		// The thread is spoilt for all others, so it is never given back.
		runtime.LockOSThread()
		if err := unix.Setns(fd, unix.CLONE_NEWNET); err != nil {
			started <- err
			return
		}
		started <- nil
		for {
			call := <-w.calls
			call()
		}
	}()
	return w, <-started
}

// Do runs f in the namespace.
func (w *Worker) Do(f func()) { w.calls <- f }
