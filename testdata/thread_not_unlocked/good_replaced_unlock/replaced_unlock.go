package tuner

import "runtime"

// Tune tunes, on a thread of its own if it has to.
func Tune(alone bool, steps int) int {
	unlock := func() {}
	if alone {
		runtime.LockOSThread()
		unlock = runtime.UnlockOSThread
	}
	defer unlock()
	if steps < 0 {
		return 0
	}
	return steps * 2
}

// Retune may leave undo unset.
func Retune(alone bool) int {
	var undo func()
	if alone {
		runtime.LockOSThread()
		undo = func() { runtime.UnlockOSThread() }
	}
	n := Tune(false, 1)
	if undo != nil {
		undo()
	}
	return n
}
