package fanout

import (
	"context"
	"sync"
)

type worker func(ctx context.Context) error

func runAll(parent context.Context, workers []worker) {
	var wg sync.WaitGroup
	for _, work := range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			ctx, cancel := context.WithCancel(parent) // want "can return without calling `cancel`"
			if err := work(ctx); err != nil {
				return
			}
			cancel()
		}()
	}
	wg.Wait()
}
