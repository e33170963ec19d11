package donecase

import "context"

func count(ctx context.Context, in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		sum := 0
		for {
			select {
			case <-ctx.Done():
				return
			case v := <-in:
				sum += v
			}
			select {
			case out <- sum:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}
