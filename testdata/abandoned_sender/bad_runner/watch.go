// Package bad watches two sources.
package bad

import "github.com/bytedance/gopkg/util/gopool"

type source func(changed chan<- string) error

// Watch hands on what changes until one of the sources fails.
func Watch(health, catalog source, stop <-chan struct{}, apply func(string)) error {
	changed := make(chan string)
	failed := make(chan error)
	start(health, stop, changed, failed)
	start(catalog, stop, changed, failed)
	for {
		select {
		case <-stop:
			return nil
		case name := <-changed:
			apply(name)
		case err := <-failed:
			return err
		}
	}
}

func start(s source, stop <-chan struct{}, changed chan<- string, failed chan<- error) {
	gopool.Go(func() {
		for {
			select {
			case <-stop:
				return
			default:
			}
			if err := s(changed); err != nil {
				failed <- err // want "nobody receives what it sends on `failed`"
				return
			}
		}
	})
}
