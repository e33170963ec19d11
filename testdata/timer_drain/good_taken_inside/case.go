package good

import (
	"errors"
	"time"
)

var errStopped = errors.New("stopped")

type retry struct {
	timer *time.Timer
	stop  <-chan struct{}
}

// pause waits for the timer, and fails once it is told to stop.
func (r *retry) pause() error {
	select {
	case <-r.timer.C:
		return nil
	case <-r.stop:
		return errStopped
	}
}

func (r *retry) fired() bool {
	select {
	case <-r.timer.C:
		return true
	default:
		return false
	}
}

// Do tries until it works; only a pause that was cut short leaves the timer running.
func (r *retry) Do(try func() bool) error {
	for !try() {
		if err := r.pause(); err != nil {
			if !r.timer.Stop() {
				<-r.timer.C
			}
			return err
		}
		r.timer.Reset(time.Hour)
	}
	if fired := r.fired(); !fired {
		if !r.timer.Stop() {
			<-r.timer.C
		}
	}
	return nil
}
