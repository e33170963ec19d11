package good

import (
	"errors"
	"time"
)

var errLate = errors.New("late")

// Answer waits for a number, but not for long; who has taken the tick drains no more.
func Answer(numbers <-chan int) (int, error) {
	limit := time.NewTimer(time.Hour)
	select {
	case <-limit.C:
		return 0, errLate
	case n := <-numbers:
		if !limit.Stop() {
			<-limit.C
		}
		return n, nil
	}
}
