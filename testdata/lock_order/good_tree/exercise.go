package tree

import "sync"

// Exercise grows a tree while it is measured.
func Exercise() {
	root := &Node{}
	leaf := &Node{}
	root.Attach(leaf)
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 1000 {
			root.Grow(1)
		}
	})
	wg.Go(func() {
		for range 1000 {
			leaf.Depth()
		}
	})
	wg.Wait()
}
