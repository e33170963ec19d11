package queue

import "sync"

type job struct{ size int }

func Process(jobs []job, handle func(job)) {
	var pending sync.WaitGroup
	queue := make(chan job)
	for range 2 {
		go func() {
			for j := range queue {
				if j.size == 0 {
					continue
				}
				handle(j)
				pending.Done()
			}
		}()
	}
	for _, j := range jobs {
		pending.Add(1)
		queue <- j
	}
	pending.Wait() // want "skips `pending.Done"
	close(queue)
}

func Exercise() {
	go Process([]job{{1}, {0}}, func(job) {})
}
