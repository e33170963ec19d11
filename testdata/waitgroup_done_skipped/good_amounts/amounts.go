package amounts

import "sync"

const workers = 8

func run(wg *sync.WaitGroup, task func()) {
	defer wg.Done()
	task()
}

func Spread(names []string, task func()) {
	var wg sync.WaitGroup
	wg.Add(workers)
	for i := 0; i < workers; i++ {
		go run(&wg, task)
	}
	wg.Wait()

	wg.Add(2 * len(names))
	for range names {
		go run(&wg, task)
		go run(&wg, task)
	}
	wg.Wait()

	wg.Add(len(names) + 1)
	for range names {
		go run(&wg, task)
	}
	go run(&wg, task)
	wg.Wait()

	count := 0
	for _, name := range names {
		if name != "" {
			count++
		}
	}
	wg.Add(count)
	for _, name := range names {
		if name != "" {
			go run(&wg, task)
		}
	}
	wg.Wait()
}

func Exercise() { Spread([]string{"a", "", "b"}, func() {}) }
