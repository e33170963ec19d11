package bad

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

// Do tries until it works.
func (r *retry) Do(try func() bool) error {
	for !try() {
		if err := r.pause(); err != nil {
			return err
		}
		if !r.timer.Stop() {
			<-r.timer.C // want "the tick may have been received already"
		}
		r.timer.Reset(time.Millisecond)
	}
	return nil
}
