package try

import "sync"

// Exercise puts and sweeps at once.
func Exercise() {
	c := &Cache{}
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 1000 {
			c.Put(1)
		}
	})
	wg.Go(func() {
		for range 1000 {
			c.Sweep()
		}
	})
	wg.Wait()
}
