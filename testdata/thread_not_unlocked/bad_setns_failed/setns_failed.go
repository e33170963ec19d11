// Package netns runs functions in other network namespaces.
package netns

import (
	"fmt"
	"runtime"

	"golang.org/x/sys/unix"
)

// Do runs fn in the namespace that fd refers to, and comes back to the one of home.
func Do(home, fd int, fn func() error) error {
	runtime.LockOSThread() // want "Do locks its goroutine to an OS thread and can return without"
	if err := enter(fd); err != nil {
		return fmt.Errorf("enter: %w", err)
	}
	if err := fn(); err != nil {
		leave(home)
		return err
	}
	leave(home)
	return nil
}

func enter(fd int) error {
	if fd < 0 {
		return unix.Setns(-1, unix.CLONE_NEWNET)
	}
	return unix.Setns(fd, unix.CLONE_NEWNET)
}

// leave goes back; a thread that cannot is left to die with its goroutine.
func leave(home int) {
	if err := unix.Setns(home, unix.CLONE_NEWNET); err == nil {
		runtime.UnlockOSThread()
	}
}
