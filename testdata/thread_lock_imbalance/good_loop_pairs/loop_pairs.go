package steps

import "runtime"

// Run runs steps, each on a locked thread.
func Run(steps []func() bool) int {
	done := 0
	for _, step := range steps {
		runtime.LockOSThread()
		if !step() {
			runtime.UnlockOSThread()
			break
		}
		done++
		runtime.UnlockOSThread()
	}
	return done
}

// Deep locks as often as it unlocks.
func Deep(n int) {
	for range n {
		runtime.LockOSThread()
	}
	for range n {
		runtime.UnlockOSThread()
	}
}
