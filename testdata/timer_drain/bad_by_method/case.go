package bad

import "time"

type lease struct {
	timer *time.Timer
	renew <-chan time.Duration
	lost  int
}

// extend starts the timer again, whatever its state.
func (l *lease) extend(by time.Duration) {
	if stopped := l.timer.Stop(); !stopped {
		<-l.timer.C // want "the tick may have been received already"
	}
	l.timer.Reset(by)
}

// keep counts how often the lease ran out, and goes on with a short one.
func (l *lease) keep() {
	for {
		select {
		case by, ok := <-l.renew:
			if !ok {
				return
			}
			l.extend(by)
		case <-l.timer.C:
			l.lost++
			l.extend(time.Millisecond)
		}
	}
}
