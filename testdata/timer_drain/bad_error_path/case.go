package bad

import (
	"errors"
	"time"
)

type rotator struct {
	timer *time.Timer
	load  func() error
}

var errLocked = errors.New("locked")

// run loads once in a while; after a failure it forgets to start the timer again.
func (r *rotator) run(done <-chan struct{}) {
	for {
		select {
		case <-r.timer.C:
			if err := r.load(); err != nil {
				continue
			}
			r.timer.Reset(time.Hour)
		case <-done:
			if !r.timer.Stop() {
				<-r.timer.C // want "`<-r.timer.C` can block for ever: the tick may have been received already"
			}
			return
		}
	}
}
