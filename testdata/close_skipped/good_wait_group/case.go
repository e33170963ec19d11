package waitgroup

import (
	"errors"
	"sync"
)

var errSkip = errors.New("skip")

func Fetch(urls []string, get func(string) (int, error)) (total int) {
	sizes := make(chan int)
	var wg sync.WaitGroup
	for _, url := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			n, err := get(url)
			if err != nil {
				return
			}
			sizes <- n
		}()
	}
	go func() {
		wg.Wait()
		close(sizes)
	}()
	for n := range sizes {
		total += n
	}
	return total
}

func Exercise() {
	Fetch([]string{"a", "b"}, func(url string) (int, error) {
		if url == "a" {
			return 0, errSkip
		}
		return 1, nil
	})
}
