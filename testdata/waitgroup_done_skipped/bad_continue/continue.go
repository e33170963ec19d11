package continued

import "sync"

func check(url string) bool { return url != "" }

func Visit(urls []string, visit func(string)) {
	var wg sync.WaitGroup
	wg.Add(len(urls))
	for _, url := range urls {
		if !check(url) {
			continue
		}
		go func(url string) {
			defer wg.Done()
			visit(url)
		}(url)
	}
	wg.Wait() // want "starts nothing"
}

func Exercise() {
	go Visit([]string{"a", "", "b"}, func(string) {})
}
