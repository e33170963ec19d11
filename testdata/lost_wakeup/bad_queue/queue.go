package queue

import "sync"

type queue struct {
	mu   sync.Mutex
	jobs []string
	wake chan struct{}
}

func newQueue() *queue {
	q := &queue{}
	q.wake = make(chan struct{})
	return q
}

func (q *queue) push(job string) {
	q.mu.Lock()
	q.jobs = append(q.jobs, job)
	q.mu.Unlock()
	select {
	case q.wake <- struct{}{}: // want "a wake-up is lost when nobody is parked at `<-q.wake`"
	default:
	}
}

func (q *queue) run(work func(string)) {
	for range q.wake {
		q.mu.Lock()
		jobs := q.jobs
		q.jobs = nil
		q.mu.Unlock()
		for _, job := range jobs {
			work(job)
		}
	}
}
