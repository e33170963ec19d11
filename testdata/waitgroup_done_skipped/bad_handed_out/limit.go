package nothandedout

import "sync"

type Handler interface{ Handle(name string) bool }

// rejected counts who is turned away; whoever is let in does not say that it is ready.
func rejected(names []string, handler Handler) int {
	var (
		ready, all sync.WaitGroup
		mu         sync.Mutex
		count      int
	)
	ready.Add(len(names))
	for _, name := range names {
		all.Add(1)
		go func() {
			defer all.Done()
			if !handler.Handle(name) {
				mu.Lock()
				count++
				mu.Unlock()
				ready.Done()
			}
		}()
	}
	ready.Wait() // want "leaves without `ready.Done\(\)`"
	all.Wait()
	return count
}
