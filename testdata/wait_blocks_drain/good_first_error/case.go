package good

import (
	"errors"
	"sync"
)

// Close closes everything and tells one error; there is room for one, and who finds it taken goes on.
func Close(closers []func() error) error {
	errs := make(chan error, 1)
	var wg sync.WaitGroup
	for _, closer := range closers {
		wg.Go(func() {
			if err := closer(); err != nil {
				select {
				case errs <- err:
				default:
				}
			}
		})
	}
	wg.Wait()
	select {
	case err := <-errs:
		return err
	default:
		return nil
	}
}

var errClosed = errors.New("closed already")
