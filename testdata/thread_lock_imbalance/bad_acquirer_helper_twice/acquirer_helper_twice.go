package surface

import "runtime"

// lockSurface locks the caller's goroutine to its thread; unlockSurface undoes it.
func lockSurface() {
	runtime.LockOSThread()
}

func unlockSurface() {
	runtime.UnlockOSThread()
}

// Blit copies pixels.
func Blit(dst, src []int) {
	lockSurface()
	defer unlockSurface()
	if len(src) > len(dst) {
		lockSurface() // want "second lock in Blit"
		src = src[:len(dst)]
	}
	copy(dst, src)
}
