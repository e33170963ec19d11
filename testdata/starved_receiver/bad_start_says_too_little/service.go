package bad

import (
	"errors"
	"log"
)

var errNameless = errors.New("service without a name")

// Service runs something in a goroutine of its own.
type Service struct {
	name string
}

// Run waits for the service even where it was not started: the error is only written down.
func (s *Service) Run() error {
	ended := make(chan error)
	if err := s.start(ended); err != nil {
		log.Print(err)
	}
	return <-ended // want "waits for ever"
}

func (s *Service) start(ended chan<- error) error {
	if s.name == "" {
		return errNameless
	}
	go func() { ended <- nil }()
	return nil
}
