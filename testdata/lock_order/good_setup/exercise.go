package setup

import "sync"

// Exercise removes parts from two goroutines.
func Exercise() {
	e := Open("a", "b")
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 1000 {
			e.Remove()
		}
	})
	wg.Go(func() {
		for range 1000 {
			e.Remove()
		}
	})
	wg.Wait()
}
