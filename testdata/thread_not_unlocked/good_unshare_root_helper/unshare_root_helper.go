package mounts

import (
	"runtime"

	"golang.org/x/sys/unix"
)

// Mount mounts source at target without changing the process's own mount table.
func Mount(source, target string) error {
	result := make(chan error, 1)
	go func() { result <- isolate(source, target) }()
	return <-result
}

// isolate ends locked: what unshare did cannot be undone, so the thread must not be used again.
func isolate(source, target string) error {
	runtime.LockOSThread()
	if err := unix.Unshare(unix.CLONE_NEWNS); err != nil {
		return err
	}
	if source == target {
		return nil
	}
	runtime.UnlockOSThread()
	return nil
}
