package startedlater

import "errors"

type Queue struct {
	jobs chan func()
	done chan struct{}
}

// Open starts the reader when nothing can fail any more.
func Open(limit int) (*Queue, error) {
	q := &Queue{jobs: make(chan func(), 4), done: make(chan struct{})}
	if limit <= 0 {
		return nil, errors.New("limit must be positive")
	}
	go q.run()
	return q, nil
}

func (q *Queue) run() {
	defer close(q.done)
	for job := range q.jobs {
		job()
	}
}

func (q *Queue) Add(job func()) { q.jobs <- job }

func (q *Queue) Close() {
	close(q.jobs)
	<-q.done
}

func Exercise() {
	if _, err := Open(0); err == nil {
		return
	}
	q, _ := Open(1)
	q.Add(func() {})
	q.Close()
}
