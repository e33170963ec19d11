package bad

import "time"

// Exercise plays it.
func Exercise() {
	time.Sleep(20 * time.Millisecond)
	go Snooze(time.Hour)
}
