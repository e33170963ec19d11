package method

import "sync"

type server struct {
	wg   sync.WaitGroup
	jobs []func()
}

func (s *server) start() {
	go s.run()
}

func (s *server) run() {
	jobs := s.jobs
	s.wg.Add(1) // want "may come after `s.wg.Wait` has returned"
	for _, job := range jobs {
		job()
	}
	s.wg.Done()
}

func (s *server) stop() {
	s.wg.Wait()
}
