package closer

import "sync"

func gather(sources []func() int, sum func(int)) {
	var wg sync.WaitGroup
	results := make(chan int, len(sources))
	for _, source := range sources {
		go func() {
			wg.Add(1) // want "may come after `wg.Wait` has returned"
			defer wg.Done()
			results <- source()
		}()
	}
	done := make(chan struct{})
	go func() {
		wg.Wait()
		close(done)
	}()
	<-done
	for len(results) > 0 {
		sum(<-results)
	}
}
