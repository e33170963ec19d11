package bad

import (
	"errors"
	"time"
)

// Restarts decides about restarts.
type Restarts struct {
	pause   time.Duration
	stopped chan struct{}
}

// Next tells whether to start again, and when: the channel is closed then, or tells why not.
func (r *Restarts) Next(failed bool) (bool, chan error, error) {
	if r.pause == 0 {
		return false, nil, errors.New("restarts are off")
	}
	if !failed {
		return false, nil, nil
	}
	wait := make(chan error)
	go func() {
		timer := time.NewTimer(r.pause)
		defer timer.Stop()
		select {
		case <-r.stopped:
			wait <- errors.New("stopped") // want "never ends if a caller of .*Next stops listening: `wait` has no room"
			close(wait)
		case <-timer.C:
			close(wait)
		}
	}()
	return true, wait, nil
}
