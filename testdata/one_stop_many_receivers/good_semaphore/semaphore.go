package semaphore

import "sync"

func all(tasks []func()) {
	turn := make(chan struct{}, 2)
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Add(1)
		turn <- struct{}{}
		go func() {
			defer wg.Done()
			task()
			<-turn
		}()
	}
	wg.Wait()
}
