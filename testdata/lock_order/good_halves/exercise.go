package halves

import "sync"

// Exercise reads and writes at once.
func Exercise() {
	c := &Conn{}
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 1000 {
			c.Read()
		}
	})
	wg.Go(func() {
		for range 1000 {
			c.Write(1)
		}
	})
	wg.Wait()
}
