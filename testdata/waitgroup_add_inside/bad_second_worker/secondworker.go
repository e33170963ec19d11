package secondworker

import "sync"

// The second goroutine is counted in time, the first is not, and outlives it.
func serve(first, second func()) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		wg.Add(1) // want "may come after `wg.Wait` has returned"
		defer wg.Done()
		first()
	}()
	go func() {
		defer wg.Done()
		second()
	}()
	wg.Wait()
}
