package good

import "time"

// Exercise plays it.
func Exercise() {
	renew := make(chan time.Duration)
	l := &lease{timer: time.NewTimer(time.Millisecond), renew: renew}
	go l.keep()
	time.Sleep(10 * time.Millisecond)
	close(renew)
}
