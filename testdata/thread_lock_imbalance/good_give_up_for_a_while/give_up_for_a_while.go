package blocking

import "runtime"

// wait gives the caller's thread up while it blocks, and takes one again.
func wait(ready <-chan struct{}) {
	runtime.UnlockOSThread()
	<-ready
	runtime.LockOSThread()
}

// Run works before and after ready.
func Run(ready <-chan struct{}, work func()) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	work()
	wait(ready)
	work()
}
