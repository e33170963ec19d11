package good

import "sync"

// Race starts the runners together.
func Race(runners []func()) {
	ready := make(chan struct{})
	var waiting, wg sync.WaitGroup
	for i := range runners {
		waiting.Add(1)
		wg.Add(1)
		go func() {
			defer wg.Done()
			waiting.Done()
			<-ready
			runners[i]()
		}()
	}
	waiting.Wait()
	close(ready)
	wg.Wait()
}
