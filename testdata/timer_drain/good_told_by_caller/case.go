package good

import "time"

type lease struct {
	timer *time.Timer
	renew <-chan time.Duration
	taken bool
	lost  int
}

// extend drains the timer only if nobody else has taken the tick.
func (l *lease) extend(by time.Duration) {
	if l.taken {
		l.taken = false
		l.timer.Reset(by)
		return
	}
	if !l.timer.Stop() {
		<-l.timer.C
	}
	l.timer.Reset(by)
}

// keep counts how often the lease ran out.
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
			l.taken = true
			l.extend(time.Millisecond)
		}
	}
}
