package good

import (
	"errors"
	"fmt"
)

// All receives as often as it starts goroutines, failures or not.
func All(names []string) error {
	errs := make(chan error)
	for _, name := range names {
		go func(name string) {
			if name == "" {
				errs <- errors.New("no name")
				return
			}
			errs <- nil
		}(name)
	}
	var all error
	for i := 0; i < len(names); i++ {
		all = errors.Join(all, <-errs)
	}
	return all
}

// Both waits again after the slow case.
func Both(slow <-chan struct{}, job func() error) error {
	errc := make(chan error)
	go func() { errc <- job() }()
	select {
	case err := <-errc:
		return err
	case <-slow:
		fmt.Println("slow")
		return <-errc
	}
}
