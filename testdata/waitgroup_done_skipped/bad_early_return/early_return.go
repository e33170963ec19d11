package earlyreturn

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
			n, err := fetch(name)
			if err != nil {
				return
			}
			mu.Lock()
			total += n
			mu.Unlock()
			wg.Done()
		}()
	}
	wg.Wait() // want "leaves without `wg.Done"
	return total
}

func Exercise() {
	go Sum([]string{"a", ""})
}
