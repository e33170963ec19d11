package sameorder

import "sync"

// Exercise orders and closes at once.
func Exercise() {
	s := &Shop{}
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 1000 {
			s.Order("tea", 3)
		}
	})
	wg.Go(func() {
		for range 1000 {
			s.Close()
		}
	})
	wg.Wait()
}
