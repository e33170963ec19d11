package warmup

import "runtime"

// Run warms up on one thread, then works on any.
func Run(stop <-chan struct{}, warm, work func()) {
	go func() {
		runtime.LockOSThread()
		warm()
		runtime.UnlockOSThread()
		for {
			if closed(stop) {
				return
			}
			work()
		}
	}()
}

// Forever is Run for what never stops.
func Forever(warm func(), jobs <-chan func()) {
	go func() {
		runtime.LockOSThread()
		warm()
		runtime.UnlockOSThread()
		for {
			job, ok := <-jobs
			if !ok {
				return
			}
			job()
		}
	}()
}

func closed(stop <-chan struct{}) bool {
	select {
	case <-stop:
		return true
	default:
		return false
	}
}
