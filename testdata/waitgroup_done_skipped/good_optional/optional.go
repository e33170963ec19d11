package optional

import "sync"

func copyAll(items []int, to func(int), wg *sync.WaitGroup) {
	if wg != nil {
		defer wg.Done()
	}
	for _, item := range items {
		to(item)
	}
}

func Spread(parts [][]int, to func(int)) {
	var wg sync.WaitGroup
	for _, part := range parts {
		wg.Add(1)
		go copyAll(part, to, &wg)
	}
	wg.Wait()
	copyAll(nil, to, nil)
}

func Tracked(track bool, task func()) {
	var wg sync.WaitGroup
	if track {
		wg.Add(1)
	}
	go func() {
		if track {
			defer wg.Done()
		}
		task()
	}()
	wg.Wait()
}

func Exercise() {
	Spread([][]int{{1}, {2, 3}}, func(int) {})
	Tracked(true, func() {})
	Tracked(false, func() {})
}
