package goroutine

import (
	"net/http"
	"sync"
)

// Statuses asks all of them at once.
func Statuses(urls []string) []int {
	codes := make([]int, len(urls))
	var group sync.WaitGroup
	for i, url := range urls {
		group.Go(func() {
			resp, err := http.Get(url) // want "`resp.Body` is never closed in the function literal"
			if err != nil {
				return
			}
			codes[i] = resp.StatusCode
		})
	}
	group.Wait()
	return codes
}
