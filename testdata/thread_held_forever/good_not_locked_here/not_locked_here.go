//proof:none nothing here locks its thread
package idle

import "runtime"

// With runs f on a locked thread.
func With(f func()) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	f()
}

// Loop runs f again and again; only the calls of With are locked.
func Loop(turns <-chan int, f func()) {
	go func() {
		for {
			<-turns
			With(f)
		}
	}()
}
