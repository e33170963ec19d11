package bad

import (
	"errors"
	"fmt"
	"sync"
)

type probe func() error

// Check runs the probes and joins what went wrong.
func Check(probes map[string]probe) error {
	var (
		wg     sync.WaitGroup
		failed = make(chan error)
	)
	for name, run := range probes {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := run(); err != nil {
				failed <- fmt.Errorf("%s: %w", name, err)
			}
		}()
	}
	wg.Wait() // want "waits to send on `failed`"
	close(failed)
	var all []error
	for err := range failed {
		all = append(all, err)
	}
	return errors.Join(all...)
}
