package good

import (
	"errors"
	"time"
)

var errGone = errors.New("the goroutine is gone")

// Try waits for what f returns, or for its end by runtime.Goexit: one of both is told, so that one place suffices.
func Try(f func() error, limit time.Duration) error {
	told := make(chan error, 1)
	go func() {
		returned := false
		defer func() {
			if !returned {
				told <- errGone
			}
		}()
		told <- f()
		returned = true
	}()
	select {
	case err := <-told:
		return err
	case <-time.After(limit):
		return errors.New("too late")
	}
}
