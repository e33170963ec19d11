package groupgo

import "sync"

func run(parts []func()) {
	var wg sync.WaitGroup
	wg.Go(func() {
		for _, part := range parts {
			wg.Add(1)
			go func() {
				defer wg.Done()
				part()
			}()
		}
	})
	wg.Wait()
}
