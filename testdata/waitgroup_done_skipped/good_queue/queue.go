package queue

import "sync"

type job struct{ size int }

func Process(jobs []job, handle func(job)) {
	var pending, workers sync.WaitGroup
	queue := make(chan job)
	for range 2 {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for j := range queue {
				if j.size > 0 {
					handle(j)
				}
				pending.Done()
			}
		}()
	}
	for _, j := range jobs {
		if j.size < 0 {
			continue
		}
		pending.Add(1)
		queue <- j
	}
	pending.Wait()
	close(queue)
	workers.Wait()
}

func Exercise() { Process([]job{{1}, {0}, {-1}}, func(job) {}) }
