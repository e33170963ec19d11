package tracing

import (
	"errors"
	"runtime"
)

// Trace attaches to a process and reads its registers.
func Trace(pid int) error {
	runtime.LockOSThread()
	unlock := func() { runtime.UnlockOSThread() }
	if pid <= 0 {
		unlock()
		return errors.New("no process")
	}
	defer unlock()
	return nil
}

// Follow is Trace with a release that may have been handed to somebody.
func Follow(pid int) error {
	release := hold()
	defer release()
	if pid <= 0 {
		return errors.New("no process")
	}
	return nil
}

func hold() func() {
	runtime.LockOSThread()
	return func() { runtime.UnlockOSThread() }
}
