package bad

import "time"

// Exercise plays it.
func Exercise() {
	w := newWatchdog(time.Millisecond)
	time.Sleep(50 * time.Millisecond)
	go w.calm()
}
