package bad

import "time"

// Exercise plays it.
func Exercise() {
	l := &lease{timer: time.NewTimer(time.Millisecond), renew: make(chan time.Duration)}
	go l.keep()
}
