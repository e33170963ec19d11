package bad

import "sync"

// Race starts the runners together, or means to.
func Race(runners []func()) {
	ready := make(chan struct{})
	var wg sync.WaitGroup
	wg.Add(len(runners))
	for i := range runners {
		go func() {
			defer wg.Done()
			<-ready
			runners[i]()
		}()
	}
	wg.Wait() // want "waits to receive from `ready`, and nobody sends on `ready` or closes it before"
	close(ready)
}
