package deferred

import (
	"errors"
	"sync"
)

func fetch(name string) (int, error) {
	if name == "" {
		return 0, errors.New("no name")
	}
	return len(name), nil
}

func Sum(names []string) int {
	var wg sync.WaitGroup
	var mu sync.Mutex
	total := 0
	for _, name := range names {
		wg.Add(1)
		go func() {
			defer wg.Done()
			n, err := fetch(name)
			if err != nil {
				return
			}
			mu.Lock()
			defer mu.Unlock()
			total += n
		}()
	}
	wg.Wait()
	return total
}

func Exercise() { Sum([]string{"a", ""}) }
