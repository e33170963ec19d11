package localloop

import "context"

// Mirror applies what is read until ctx ends.
func Mirror(ctx context.Context, n int, apply func(int)) {
	rows := make(chan int)
	go func() {
		for {
			select {
			case row := <-rows:
				apply(row)
			case <-ctx.Done():
				return
			}
		}
	}()
	go func() {
		for row := 0; row < n; row++ {
			rows <- row // want "this send blocks for ever once Mirror.func1 has left by `<-ctx.Done\\(\\)`"
		}
	}()
}
