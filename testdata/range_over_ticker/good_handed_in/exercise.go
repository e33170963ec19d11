package good

import "time"

// Exercise plays it.
func Exercise() {
	now := make(chan time.Time)
	watch(time.Millisecond, now)
	close(now)
	time.Sleep(10 * time.Millisecond)
}
