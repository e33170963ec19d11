package glthread

import "runtime"

// Acquire makes the caller's thread the drawing thread.
func Acquire() { runtime.LockOSThread() }

// Release gives it back; it is called by whoever called Acquire.
func Release() { runtime.UnlockOSThread() }

// Must is Release for deferred calls that may come after a panic.
func Must() {
	if r := recover(); r != nil {
		runtime.UnlockOSThread()
		panic(r)
	}
	runtime.UnlockOSThread()
}
