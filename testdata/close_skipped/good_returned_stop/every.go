package good

import (
	"context"
	"time"
)

// Every calls f again and again until what it returns is called, which waits for the last call.
func Every(pause time.Duration, f func()) (stop func()) {
	quit, gone := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(gone)
		tick := time.NewTicker(pause)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				f()
			case <-quit:
				return
			}
		}
	}()
	return func() {
		close(quit)
		<-gone
	}
}

// Numbers returns what gives one number after the other: it is called until there are no more.
func Numbers(n int) func() (int, bool) {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := range n {
			out <- i
		}
	}()
	return func() (int, bool) {
		v, ok := <-out
		return v, ok
	}
}

// All starts the tasks; what it returns waits for all of them.
func All(ctx context.Context, tasks []func() error) (wait func() error) {
	errs := make(chan error)
	for _, task := range tasks {
		go func() {
			select {
			case errs <- task():
			case <-ctx.Done():
			}
		}()
	}
	wait = func() error {
		var first error
		for range tasks {
			select {
			case err := <-errs:
				if first == nil {
					first = err
				}
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return first
	}
	return wait
}
