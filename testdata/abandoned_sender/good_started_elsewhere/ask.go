// Package ask lets another package start its goroutines, and run its functions.
package ask

import (
	"errors"
	"time"

	"golintsched.test/cases/abandoned_sender/good_started_elsewhere/safe"
)

// First returns the answer, or an error when it takes too long.
func First(work func() int, limit time.Duration) (int, error) {
	answers := make(chan int, 1)
	safe.Run("first", func() {
		answers <- work()
	})
	select {
	case answer := <-answers:
		return answer, nil
	case <-time.After(limit):
		return 0, errors.New("too late")
	}
}

// Both returns the sum of two answers, which are waited for.
func Both(one, two func() int) int {
	answers := make(chan int)
	safe.Run("one", func() { answers <- one() })
	safe.Run("two", func() { answers <- two() })
	sum := 0
	safe.Call("sum", func() { sum = <-answers + <-answers })
	return sum
}
