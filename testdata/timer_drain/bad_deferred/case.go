package bad

import (
	"errors"
	"time"
)

var errLate = errors.New("late")

// Answer waits for a number, but not for long.
func Answer(numbers <-chan int) (int, error) {
	limit := time.NewTimer(time.Millisecond)
	defer func() {
		if !limit.Stop() {
			<-limit.C // want "can block for ever"
		}
	}()
	select {
	case n := <-numbers:
		return n, nil
	case <-limit.C:
		return 0, errLate
	}
}
