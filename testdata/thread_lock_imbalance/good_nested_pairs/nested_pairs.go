package shapes

import "runtime"

// Draw draws a shape and its label.
func Draw(label bool) int {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	n := 1
	if label {
		runtime.LockOSThread()
		n++
		runtime.UnlockOSThread()
	}
	return n + outline()
}

// outline may be called by itself, too.
func outline() int {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	return 1
}
