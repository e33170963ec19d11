package resultstaken

import "sync"

// Each goroutine has added itself before it hands over its result, and all results are taken before the Wait.
func sum(numbers []int) int {
	var wg sync.WaitGroup
	results := make(chan int)
	for _, number := range numbers {
		go func() {
			wg.Add(1)
			defer wg.Done()
			results <- number
		}()
	}
	total := 0
	for range numbers {
		total += <-results
	}
	wg.Wait()
	return total
}
