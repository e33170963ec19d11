package bad

import (
	"errors"
	"sync"
)

// Close closes everything and tells the first error; there is room for one only.
func Close(closers []func() error) error {
	errs := make(chan error, 1)
	var wg sync.WaitGroup
	for _, closer := range closers {
		wg.Go(func() {
			errs <- closer()
		})
	}
	wg.Wait() // want "waits to send on `errs`"
	return <-errs
}

var errClosed = errors.New("closed already")
