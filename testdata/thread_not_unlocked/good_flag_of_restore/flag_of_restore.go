package netdo

import (
	"runtime"

	"golang.org/x/sys/unix"
)

// In runs fn in another namespace; if it cannot come back, the goroutine keeps the spoilt thread to itself.
func In(home, other int, fn func()) error {
	runtime.LockOSThread()
	clean := true
	defer func() {
		if clean {
			runtime.UnlockOSThread()
		}
	}()
	if err := unix.Setns(other, unix.CLONE_NEWNET); err != nil {
		return err
	}
	defer func() {
		if err := unix.Setns(home, unix.CLONE_NEWNET); err != nil {
			clean = false
		}
	}()
	fn()
	return nil
}
