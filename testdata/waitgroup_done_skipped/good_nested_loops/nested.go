package nestedloops

import "sync"

// four starts two goroutines for each of two names.
func four() int {
	names := []string{"a", "b"}
	total := 0
	count := func() {
		var all sync.WaitGroup
		var mu sync.Mutex
		all.Add(4)
		for i := range names {
			for j := 1; j < 3; j++ {
				go func(n int) {
					mu.Lock()
					total += n
					mu.Unlock()
					all.Done()
				}(i * j)
			}
		}
		all.Wait()
	}
	count()
	return total
}

// twice starts two goroutines for each of the tasks.
func twice(tasks []func()) {
	var all sync.WaitGroup
	all.Add(2 * len(tasks))
	for _, task := range tasks {
		for range 2 {
			go func() {
				defer all.Done()
				task()
			}()
		}
	}
	all.Wait()
}

// three adds what three turns start, in a constant.
func three(task func(int)) {
	const turns = 3
	var all sync.WaitGroup
	all.Add(turns)
	for n := 0; n < turns; n++ {
		go func() {
			defer all.Done()
			task(n)
		}()
	}
	all.Wait()
}
