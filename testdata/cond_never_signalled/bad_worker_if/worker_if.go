package workerif

import "sync"

type job func()

type scheduler struct {
	mu   sync.Mutex
	more *sync.Cond
	jobs chan job
	idle int
}

func newScheduler() *scheduler {
	s := &scheduler{jobs: make(chan job, 8)}
	s.more = sync.NewCond(&s.mu)
	return s
}

func (s *scheduler) add(j job) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.jobs <- j
	s.more.Broadcast()
}

func (s *scheduler) work() {
	for {
		s.mu.Lock()
		if len(s.jobs) == 0 {
			s.idle++
			s.more.Wait() // want "stands outside a loop"
			s.idle--
		}
		next := <-s.jobs // blocks here
		s.mu.Unlock()
		next()
	}
}
