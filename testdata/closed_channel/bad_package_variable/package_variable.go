package packagevariable

import "errors"

var ready = make(chan struct{})

func announce() {
	close(ready) // want "`close.ready.` panics"
}

func boot(load func() error) error {
	defer announce()
	if err := load(); err != nil {
		close(ready)
		return err
	}
	return nil
}

func await() { <-ready }

var errLoad = errors.New("load")
