package lends

import "sync"

// Exercise takes from a pool that is audited.
func Exercise() {
	p := &Pool{}
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 1000 {
			p.Get()
		}
	})
	wg.Go(func() {
		for range 1000 {
			p.Audit()
		}
	})
	wg.Wait()
}
