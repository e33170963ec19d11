package watch

import (
	"runtime"
	"time"
)

// Watch looks now and then until stop is closed.
func Watch(stop <-chan struct{}, look func()) {
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		ticker := time.NewTicker(time.Millisecond)
		defer ticker.Stop()
		for {
			select {
			case <-stop:
				return
			case <-ticker.C:
				look()
			}
		}
	}()
}
