package othergroup

import "sync"

type stats struct{ active sync.WaitGroup }

// The group that is waited for first is counted by the starter.
func (s *stats) run(task func()) {
	var all sync.WaitGroup
	all.Add(1)
	go func() {
		defer all.Done()
		s.active.Add(1)
		defer s.active.Done()
		task()
	}()
	all.Wait()
	s.active.Wait()
}
