package mode

import "runtime"

// set locks or unlocks, as it is told.
func set(locked bool) {
	if locked {
		runtime.LockOSThread()
	} else {
		runtime.UnlockOSThread()
	}
}

// With runs f locked.
func With(f func()) {
	set(true)
	defer set(false)
	f()
}
