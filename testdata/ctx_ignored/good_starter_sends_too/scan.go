package scan

import (
	"context"
	"sync"
)

// Scan sends to out until it returns; its caller takes until then.
func Scan(ctx context.Context, updates <-chan int, out chan<- int) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		for update := range updates {
			out <- update
		}
	}()
	wg.Wait()
	out <- -1
}
