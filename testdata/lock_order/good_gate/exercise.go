package gate

import "sync"

// Exercise adds rows and columns at once.
func Exercise() {
	g := &Grid{}
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 1000 {
			g.AddRow()
		}
	})
	wg.Go(func() {
		for range 1000 {
			g.AddColumn()
		}
	})
	wg.Wait()
}
