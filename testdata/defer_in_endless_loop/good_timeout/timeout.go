package timeout

import "time"

// It waits no longer than the limit.
func wait(ready func() bool, open func() func(), limit time.Duration) bool {
	deadline := time.After(limit)
	for {
		select {
		case <-deadline:
			return false
		default:
		}
		defer open()()
		if ready() {
			return true
		}
	}
}
