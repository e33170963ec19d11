package stage

import (
	"errors"
	"sync"
)

type Stage struct {
	mu   sync.Mutex
	jobs []string
	fail map[string]error
}

func (s *Stage) finish(job string, err error) error {
	if err != nil {
		s.fail[job] = err
	}
	s.mu.Unlock()
	return err
}

// Push queues a job once.
func (s *Stage) Push(job string) error {
	s.mu.Lock()
	if job == "" {
		return s.finish(job, errors.New("empty job"))
	}
	for _, j := range s.jobs {
		if j == job {
			return s.finish(job, errors.New("twice"))
		}
	}
	s.jobs = append(s.jobs, job)
	return s.finish(job, nil)
}
