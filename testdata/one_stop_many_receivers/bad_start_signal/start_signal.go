package startsignal

import "sync"

// race lets all runners begin at the same time.
func race(runners []func()) {
	start := make(chan struct{})
	var wg sync.WaitGroup
	for _, run := range runners {
		wg.Go(func() {
			<-start // want "only one goroutine is stopped"
			run()
		})
	}
	start <- struct{}{}
	wg.Wait()
}
