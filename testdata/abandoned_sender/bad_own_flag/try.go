package bad

import (
	"errors"
	"time"
)

var errGone = errors.New("the goroutine is gone")

// Try waits for what f returns, or for its end by runtime.Goexit. Both are told, though there is room for one.
func Try(f func() error, limit time.Duration) error {
	told := make(chan error, 1)
	go func() {
		returned := false
		defer func() {
			if !returned {
				told <- errGone // want "nobody receives what it sends on `told`"
			}
		}()
		told <- f()
		returned = false
	}()
	select {
	case err := <-told:
		return err
	case <-time.After(limit):
		return errors.New("too late")
	}
}
