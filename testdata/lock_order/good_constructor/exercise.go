package constructor

import "sync"

// Exercise makes items while they are counted.
func Exercise() {
	r := NewRegistry()
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 1000 {
			NewItem(r, "a")
		}
	})
	wg.Go(func() {
		for range 1000 {
			r.Uses()
		}
	})
	wg.Wait()
}
