package bad

import "time"

func restart(timer *time.Timer, pause time.Duration) {
	if timer.Stop() {
		timer.Reset(pause)
		return
	}
	<-timer.C // want "the tick may have been received already"
	timer.Reset(pause)
}

// Pulse beats until it is told to end.
func Pulse(pause time.Duration, end <-chan struct{}, beat func()) {
	timer := time.NewTimer(pause)
	next := func() {
		beat()
		restart(timer, pause)
	}
	for {
		select {
		case <-timer.C:
			next()
		case <-end:
			return
		}
	}
}
