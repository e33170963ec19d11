package secondworker

import "sync"

// The first goroutine is counted in time, the second only once it is ready, and outlives the call.
func serve(first, prepare, second func()) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		first()
	}()
	go func() {
		prepare()
		wg.Add(1) // want "may come after `wg.Wait` has returned"
		defer wg.Done()
		second()
	}()
	wg.Wait()
}
