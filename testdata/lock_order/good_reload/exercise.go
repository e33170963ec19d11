package reload

import "sync"

// Exercise renames and prunes at once.
func Exercise() {
	s := New()
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 1000 {
			s.Rename("a")
		}
	})
	wg.Go(func() {
		for range 1000 {
			s.Prune()
		}
	})
	wg.Wait()
}
