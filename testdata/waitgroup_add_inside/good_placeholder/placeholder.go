package placeholder

import "sync"

// The starter holds the group open until all have begun.
func run(n int, task func()) {
	var wg, begun sync.WaitGroup
	wg.Add(1)
	begun.Add(n)
	for range n {
		go func() {
			wg.Add(1)
			defer wg.Done()
			begun.Done()
			task()
		}()
	}
	begun.Wait()
	wg.Done()
	wg.Wait()
}
