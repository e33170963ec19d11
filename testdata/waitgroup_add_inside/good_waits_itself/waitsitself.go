package waitsitself

import "sync"

// The goroutine makes its own group open and waits for it itself.
func start(parts []func(), done func()) {
	go func() {
		var wg sync.WaitGroup
		for _, part := range parts {
			wg.Add(1)
			go func() {
				defer wg.Done()
				part()
			}()
		}
		wg.Wait()
		done()
	}()
}
