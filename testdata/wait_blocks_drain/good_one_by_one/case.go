package good

import "sync"

// Each runs the tasks one after the other, each in a goroutine that may end itself with Goexit.
func Each(tasks []func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			task()
		}()
		wg.Wait()
	}
}
