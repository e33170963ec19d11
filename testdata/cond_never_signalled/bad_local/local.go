package local

import "sync"

// gather waits until all parts are there.
func gather(parts []func() int) int {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	left, sum := len(parts), 0
	for _, part := range parts {
		go func() {
			n := part()
			mu.Lock()
			sum += n
			left--
			mu.Unlock()
		}()
	}
	mu.Lock()
	defer mu.Unlock()
	for left > 0 {
		cond.Wait() // want "`cond.Wait.*` never ends"
	}
	return sum
}
