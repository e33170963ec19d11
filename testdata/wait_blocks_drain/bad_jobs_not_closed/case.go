package bad

import "sync"

// Run gives the jobs to three workers.
func Run(jobs []func()) {
	queue := make(chan func(), len(jobs))
	var workers sync.WaitGroup
	for range 3 {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for job := range queue {
				job()
			}
		}()
	}
	for _, job := range jobs {
		queue <- job
	}
	workers.Wait() // want "waits to receive from `queue`, and nobody sends on `queue` or closes it before"
	close(queue)
}
