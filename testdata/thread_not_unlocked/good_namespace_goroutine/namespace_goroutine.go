// Package sandbox runs functions in network namespaces.
package sandbox

import (
	"fmt"
	"runtime"

	"golang.org/x/sys/unix"
)

// Do runs fn in the namespace fd, on a thread that goes back to the pool only if it could be cleaned.
func Do(home, fd int, fn func() error) error {
	done := make(chan error, 1)
	go func() {
		runtime.LockOSThread()
		if err := unix.Setns(fd, unix.CLONE_NEWNET); err != nil {
			done <- fmt.Errorf("enter: %w", err)
			return
		}
		err := fn()
		if back := unix.Setns(home, unix.CLONE_NEWNET); back != nil {
			// The thread stays in the wrong namespace; it ends with this goroutine.
			done <- err
			return
		}
		runtime.UnlockOSThread()
		done <- err
	}()
	return <-done
}
