package waiterfirst

import "sync"

type stage struct {
	open sync.WaitGroup
	over chan struct{}
}

func (s *stage) start(prepare, task func()) {
	s.over = make(chan struct{})
	go s.run(prepare, task)
}

// run has somebody wait before it has counted itself.
func (s *stage) run(prepare, task func()) {
	go func() {
		s.open.Wait()
		close(s.over)
	}()
	prepare()
	s.open.Add(1) // want "`s.open.Add` may come after `s.open.Wait` has returned"
	task()
	s.open.Done()
}
