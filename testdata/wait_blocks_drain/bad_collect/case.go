package bad

import "sync"

// Lengths asks every word for its length at once.
func Lengths(words []string) []int {
	results := make(chan int)
	var wg sync.WaitGroup
	for _, word := range words {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results <- len(word)
		}()
	}
	wg.Wait() // want "waits to send on `results`, and nobody receives from `results` before"
	close(results)
	var all []int
	for n := range results {
		all = append(all, n)
	}
	return all
}
