package eachway

import "sync"

func Visit(urls []string, visit func(string) error) {
	var wg sync.WaitGroup
	wg.Add(len(urls))
	for _, url := range urls {
		if url == "" {
			wg.Done()
			continue
		}
		go func(url string) {
			if err := visit(url); err != nil {
				wg.Done()
				return
			}
			wg.Done()
		}(url)
	}
	wg.Wait()
}

func Exercise() { Visit([]string{"a", ""}, func(string) error { return nil }) }
