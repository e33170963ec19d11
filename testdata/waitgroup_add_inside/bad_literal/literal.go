package literal

import "sync"

func fetchAll(urls []string, fetch func(string)) {
	var wg sync.WaitGroup
	for _, url := range urls {
		go func(url string) {
			wg.Add(1) // want "may come after `wg.Wait` has returned"
			defer wg.Done()
			fetch(url)
		}(url)
	}
	wg.Wait()
}
