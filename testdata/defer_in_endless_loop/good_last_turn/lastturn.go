package lastturn

import "errors"

var errClosed = errors.New("closed")

// The defer stands in the turn that returns.
func dial(attempt func() (stop func(), err error), use func() error) error {
	for {
		stop, err := attempt()
		if err != nil {
			continue
		}
		defer stop()
		return use()
	}
}
