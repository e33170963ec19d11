package bus

import "runtime"

// Transfer moves bytes; urgent ones get the thread twice by mistake.
func Transfer(data []byte, urgent bool) int {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if urgent {
		runtime.LockOSThread() // want "second lock in Transfer has no unlock of its own"
	}
	return len(data)
}
