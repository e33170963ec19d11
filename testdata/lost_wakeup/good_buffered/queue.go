package buffered

import "sync"

type queue struct {
	mu   sync.Mutex
	jobs []int
	sum  int
	wake chan struct{}
}

func newQueue() *queue {
	return &queue{wake: make(chan struct{}, 1)}
}

func (q *queue) push(job int) {
	q.mu.Lock()
	q.jobs = append(q.jobs, job)
	q.mu.Unlock()
	select {
	case q.wake <- struct{}{}:
	default:
	}
}

func (q *queue) run() {
	for range q.wake {
		q.mu.Lock()
		for _, job := range q.jobs {
			q.sum += job
		}
		q.jobs = nil
		q.mu.Unlock()
	}
}
