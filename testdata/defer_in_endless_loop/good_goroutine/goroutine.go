package goroutine

import "sync"

// What is deferred belongs to the goroutine that each turn starts.
func dispatch(jobs <-chan func(), stop <-chan struct{}, open func() func()) {
	var wg sync.WaitGroup
	defer wg.Wait()
	for {
		select {
		case job := <-jobs:
			wg.Add(1)
			go func() {
				defer wg.Done()
				defer open()()
				job()
			}()
		case <-stop:
			return
		}
	}
}
