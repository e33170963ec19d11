package sorted

import "sync"

// Exercise swaps two branches from both sides.
func Exercise() {
	a, b := &Branch{name: "a"}, &Branch{name: "b"}
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 1000 {
			Swap(a, b)
		}
	})
	wg.Go(func() {
		for range 1000 {
			Swap(b, a)
		}
	})
	wg.Go(func() {
		for range 1000 {
			Copy(a, b)
		}
	})
	wg.Go(func() {
		for range 1000 {
			Copy(b, a)
		}
	})
	wg.Wait()
}
