package server

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

func (s *Server) accept(name string) error {
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

func (s *Server) Stop() {
	close(s.quit)
	s.wg.Wait() // want "accept adds and then starts nothing"
}

func Exercise() {
	s := &Server{quit: make(chan struct{})}
	_ = s.accept("a")
	_ = s.accept("")
	go s.Stop()
}
