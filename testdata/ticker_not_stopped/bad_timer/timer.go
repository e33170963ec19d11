package deadline

import (
	"errors"
	"time"
)

var errLate = errors.New("late")

func receive(values <-chan int, limit time.Duration) (int, error) {
	timer := time.NewTimer(limit) // want "`timer` is never stopped in receive|without stopping `timer`"
	select {
	case v := <-values:
		return v, nil
	case <-timer.C:
		return 0, errLate
	}
}
