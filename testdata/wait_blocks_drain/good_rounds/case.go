package good

import "sync"

// Warm loads the keys two at a time: each round is counted and waited for by itself.
func Warm(keys []string, load func(string)) {
	var round sync.WaitGroup
	for len(keys) > 0 {
		n := min(2, len(keys))
		round.Add(n)
		for _, key := range keys[:n] {
			go func() {
				defer round.Done()
				load(key)
			}()
		}
		round.Wait()
		keys = keys[n:]
	}
}
