package scratch

import "sync"

// Exercise adds from two goroutines.
func Exercise() {
	c := &Counter{}
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 1000 {
			c.Add([]int{1, 2})
		}
	})
	wg.Go(func() {
		for range 1000 {
			c.Add([]int{3})
		}
	})
	wg.Wait()
}
