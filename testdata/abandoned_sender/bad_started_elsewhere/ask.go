// Package ask lets another package start its goroutines.
package ask

import (
	"errors"
	"time"

	"golintsched.test/cases/abandoned_sender/bad_started_elsewhere/safe"
)

// First returns the answer, or an error when it takes too long.
func First(work func() int, limit time.Duration) (int, error) {
	answers := make(chan int)
	safe.Run("first", func() {
		answers <- work() // want "nobody receives what it sends on `answers`"
	})
	select {
	case answer := <-answers:
		return answer, nil
	case <-time.After(limit):
		return 0, errors.New("too late")
	}
}
