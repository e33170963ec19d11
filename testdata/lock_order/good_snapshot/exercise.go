package snapshot

import "sync"

// Exercise publishes while somebody cancels.
func Exercise() {
	t := &Topic{subs: map[*Sub]bool{}}
	s := &Sub{topic: t}
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 1000 {
			t.Publish()
		}
	})
	wg.Go(func() {
		for range 1000 {
			s.Cancel()
		}
	})
	t.Later(s, &wg)
	wg.Wait()
}
