package secondworker

import "sync"

// The first goroutine is counted in time, the second is not, and outlives it.
func serve(first, second func()) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		first()
	}()
	go func() {
		wg.Add(1) // want "may come after `wg.Wait` has returned"
		defer wg.Done()
		second()
	}()
	wg.Wait()
}
