// Package good watches two sources.
package good

import "github.com/bytedance/gopkg/util/gopool"

type source func(changed chan<- string) error

// Watch hands on what changes until one of the sources fails; each of them has room for its error.
func Watch(health, catalog source, stop <-chan struct{}, apply func(string)) error {
	changed := make(chan string)
	failed := make(chan error, 2)
	start(health, changed, failed)
	start(catalog, changed, failed)
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

func start(s source, changed chan<- string, failed chan<- error) {
	gopool.Go(func() { failed <- s(changed) })
}

// Both waits for two answers.
func Both(first, second func() int) int {
	answers := make(chan int)
	gopool.Go(func() { answers <- first() })
	gopool.Go(func() { answers <- second() })
	return <-answers + <-answers
}

// Closed waits until the runner's goroutine says that it is done.
func Closed(work func(string), names []string) {
	done := make(chan struct{})
	queue := make(chan string)
	gopool.Go(func() {
		defer close(done)
		for name := range queue {
			work(name)
		}
	})
	for _, name := range names {
		queue <- name
	}
	close(queue)
	<-done
}
