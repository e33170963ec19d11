package heartbeat

import (
	"runtime"
	"time"
)

// Watch beats for a device until the end of days.
func Watch(beat func()) {
	go func() {
		runtime.LockOSThread() // want "never ends, so the thread is held for ever"
		defer runtime.UnlockOSThread()
		ticker := time.NewTicker(5 * time.Millisecond)
		defer ticker.Stop()
		for range ticker.C {
			beat()
		}
	}()
}
