package startswaiter

import "sync"

type stage struct {
	open  sync.WaitGroup
	tasks chan func()
	over  chan struct{}
}

func newStage() *stage {
	s := &stage{tasks: make(chan func()), over: make(chan struct{})}
	go s.run()
	return s
}

// run counts what it takes, and has somebody wait for that when there is no more.
func (s *stage) run() {
	for task := range s.tasks {
		s.perform(task)
	}
	go func() {
		s.open.Wait()
		close(s.over)
	}()
}

func (s *stage) perform(task func()) {
	s.open.Add(1)
	task()
	s.open.Done()
}
