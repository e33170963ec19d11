package turns

import "sync"

// Warm waits for all stages, and for a word of the quickest; there may be no stage at all.
func Warm(names []string, stage func(string)) {
	var wg sync.WaitGroup
	var quickest sync.Once
	wg.Add(1)
	for _, name := range names {
		wg.Add(1)
		go func() {
			defer wg.Done()
			stage(name)
			quickest.Do(wg.Done)
		}()
	}
	wg.Wait() // want "adds and then starts nothing"
}

func Exercise() {
	go Warm(nil, func(string) {})
}
