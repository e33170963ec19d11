package somesenderisfree

import "sync"

type job struct {
	mu     sync.Mutex
	state  string
	result chan error
}

func newJob() *job { return &job{result: make(chan error, 1)} }

func (j *job) run(work func() error) {
	err := work()
	j.result <- err
}

func (j *job) abort(err error) {
	j.mu.Lock()
	j.state = "aborted"
	j.mu.Unlock()
	j.result <- err
}

func (j *job) wait() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.state = "waiting"
	return <-j.result
}
