package bad

import "sync"

// Warm loads the keys, all at once.
func Warm(keys []string, load func(string)) {
	var pending sync.WaitGroup
	pending.Add(len(keys))
	for _, key := range keys {
		go func(key string) {
			load(key)
			pending.Done()
		}(key)
		pending.Wait() // want "waits for goroutines that are started only after it"
	}
}
