package neverclosed

import "sync"

type result struct {
	id   int
	cost int
}

// Collect waits for the workers; the collector behind the channel is forgotten.
func Collect(ids []int, price func(int) int, keep func(result)) {
	results := make(chan result)
	go func() {
		for r := range results { // want "results"
			keep(r)
		}
	}()
	var wg sync.WaitGroup
	for _, id := range ids {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results <- result{id, price(id)}
		}()
	}
	wg.Wait()
}

func Exercise() {
	Collect([]int{1, 2, 3}, func(id int) int { return id }, func(result) {})
}
