package good

import "time"

// Exercise plays it.
func Exercise() {
	needed := make(chan time.Duration, 1)
	needed <- time.Millisecond
	close(needed)
	Lazy(needed)
}
