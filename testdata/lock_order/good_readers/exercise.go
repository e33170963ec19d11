package readers

import "sync"

// Exercise reads from both ends.
func Exercise() {
	a := &Atlas{cities: map[string]int{"x": 1}, roads: map[int]string{1: "r"}}
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 1000 {
			a.Road("x")
		}
	})
	wg.Go(func() {
		for range 1000 {
			a.City("r")
		}
	})
	wg.Wait()
}
