package good

import "sync"

// Sum adds the sizes in a goroutine of its own.
func Sum(parts []func() int) int {
	sizes := make(chan int)
	total := make(chan int, 1)
	go func() {
		sum := 0
		for size := range sizes {
			sum += size
		}
		total <- sum
	}()
	var wg sync.WaitGroup
	for _, part := range parts {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sizes <- part()
		}()
	}
	wg.Wait()
	close(sizes)
	return <-total
}
