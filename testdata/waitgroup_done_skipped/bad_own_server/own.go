package ownserver

import (
	"errors"
	"sync"
)

type Server struct {
	wg   sync.WaitGroup
	quit chan struct{}
}

func identify(name string) (int, error) {
	if name == "" {
		return 0, errors.New("nobody")
	}
	return len(name), nil
}

// use stops its server however it ends.
func use(name string) error {
	s := &Server{quit: make(chan struct{})}
	defer s.stop()
	s.wg.Add(1)
	id, err := identify(name)
	if err != nil {
		return err
	}
	go s.serve(id)
	return nil
}

func (s *Server) serve(id int) {
	defer s.wg.Done()
	if id > 0 {
		<-s.quit
	}
}

func (s *Server) stop() {
	close(s.quit)
	s.wg.Wait() // want "use adds and then starts nothing"
}
