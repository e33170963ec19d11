// Package bad runs a job with a time limit.
package bad

import (
	"errors"
	"time"
)

type service struct {
	job func() error
}

func (s *service) runWithin(limit time.Duration) error {
	errc := make(chan error)
	go func() {
		errc <- s.job() // want "nobody receives what it sends on `errc`"
	}()
	select {
	case err := <-errc:
		return err
	case <-time.After(limit):
		return errors.New("too slow")
	}
}
