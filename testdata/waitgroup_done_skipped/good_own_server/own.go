package own

import (
	"errors"
	"sync"
)

type Server struct {
	wg    sync.WaitGroup
	quit  chan struct{}
	names chan string
}

func identify(name string) (int, error) {
	if name == "" {
		return 0, errors.New("nobody")
	}
	return len(name), nil
}

// New returns a server that runs. One that could not be started is dropped, and nobody waits for it.
func New(name string) (*Server, error) {
	s := &Server{quit: make(chan struct{}), names: make(chan string, 1)}
	s.wg.Add(1)
	id, err := identify(name)
	if err != nil {
		return nil, err
	}
	go s.serve(id)
	return s, nil
}

func (s *Server) serve(id int) {
	defer s.wg.Done()
	if id > 0 {
		<-s.quit
	}
}

func (s *Server) Stop() {
	close(s.quit)
	s.wg.Wait()
}

// probe starts a server only if it can, and a goroutine that waits for it only then.
func probe(name string) bool {
	s := Server{quit: make(chan struct{})}
	s.wg.Add(1)
	id, err := identify(name)
	if err != nil {
		return false
	}
	go s.serve(id)
	close(s.quit)
	done := make(chan struct{})
	go func() {
		defer close(done)
		s.wg.Wait()
	}()
	<-done
	return true
}
