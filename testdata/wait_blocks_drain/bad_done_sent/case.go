package bad

import "sync"

// Copy moves the parts and counts those that came through.
func Copy(parts []func() int) (total int) {
	var wg sync.WaitGroup
	sizes, done := make(chan int), make(chan struct{})
	for _, part := range parts {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sizes <- part()
		}()
	}
	sum := func() {
		for size := range sizes {
			total += size
		}
		close(done)
	}
	wg.Wait() // want "waits to send on `sizes`"
	close(sizes)
	go sum()
	<-done
	return total
}
