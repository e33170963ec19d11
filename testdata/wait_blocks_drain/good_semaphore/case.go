package good

import "sync"

// Each runs the tasks, four at a time.
func Each(tasks []func()) {
	slots := make(chan struct{}, 4)
	var wg sync.WaitGroup
	for _, task := range tasks {
		slots <- struct{}{}
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() { <-slots }()
			task()
		}()
	}
	wg.Wait()
}
