package local

import "sync"

func tally(words []string) map[string]int {
	var mu sync.Mutex
	counts := map[string]int{}
	in := make(chan string)
	go func() {
		for word := range in {
			mu.Lock()
			counts[word]++
			mu.Unlock()
		}
	}()
	mu.Lock()
	for _, word := range words {
		counts[word] = 0
		in <- word // want "this send waits with `mu` held"
	}
	mu.Unlock()
	close(in)
	return counts
}
