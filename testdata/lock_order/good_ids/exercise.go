package ids

import "sync"

// Exercise sends money both ways.
func Exercise() {
	a, b := &Account{id: 1}, &Account{id: 2}
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 1000 {
			Transfer(a, b, 1)
		}
	})
	wg.Go(func() {
		for range 1000 {
			Transfer(b, a, 1)
		}
	})
	wg.Wait()
}
