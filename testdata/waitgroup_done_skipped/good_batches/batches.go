package batches

import "sync"

// process handles two batches of two jobs, and waits for each job.
func process(batches [2][2]string, handle func(string)) {
	var pending sync.WaitGroup
	queue := make(chan [2]string)
	go func() {
		for batch := range queue {
			for _, job := range batch {
				handle(job)
				pending.Done()
			}
		}
	}()
	pending.Add(4)
	queue <- batches[0]
	queue <- batches[1]
	pending.Wait()
	close(queue)
}
