package good

import "sync"

// Each runs at most n jobs at once.
func Each(jobs []func(), n int) {
	tokens := make(chan struct{}, n)
	var group sync.WaitGroup
	for _, job := range jobs {
		tokens <- struct{}{}
		group.Add(1)
		go func() {
			defer group.Done()
			defer func() { <-tokens }()
			job()
		}()
	}
	group.Wait()
}
