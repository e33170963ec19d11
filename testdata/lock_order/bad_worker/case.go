package worker

import "sync"

type Job struct{ id int }

type Queue struct {
	mu      sync.Mutex
	pending []Job
	stats   *stats
	wake    chan struct{}
}

type stats struct {
	lock sync.Mutex
	done int
	q    *Queue
}

func New() *Queue {
	q := &Queue{wake: make(chan struct{}, 1)}
	q.stats = &stats{q: q}
	return q
}

// Start runs jobs until the wake channel is closed.
func (q *Queue) Start() {
	go q.loop()
}

func (q *Queue) loop() {
	for range q.wake {
		q.mu.Lock()
		for _, job := range q.pending {
			q.finish(job)
		}
		q.pending = q.pending[:0]
		q.mu.Unlock()
	}
}

func (q *Queue) finish(Job) {
	q.stats.lock.Lock() // want "loop locks stats.lock while it holds Queue.mu"
	q.stats.done++
	q.stats.lock.Unlock()
}

func (q *Queue) Push(j Job) {
	q.mu.Lock()
	q.pending = append(q.pending, j)
	q.mu.Unlock()
	select {
	case q.wake <- struct{}{}:
	default:
	}
}

// Report gives what was done and what waits.
func (q *Queue) Report() (done, waiting int) {
	s := q.stats
	s.lock.Lock()
	defer s.lock.Unlock()
	return s.done, s.q.length()
}

func (q *Queue) length() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	return len(q.pending)
}
