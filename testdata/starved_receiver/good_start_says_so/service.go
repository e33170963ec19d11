package good

import (
	"context"
	"errors"
	"fmt"
)

var errNameless = errors.New("service without a name")

// Service runs something in a goroutine of its own once it has been set up.
type Service struct {
	name   string
	settle func() error
}

// Execute runs the service until ctx is over, and waits for its end. Where it has not begun, nothing is waited for.
func (s *Service) Execute(ctx context.Context) error {
	ended := make(chan error)
	if err := s.start(ctx, ended); err != nil {
		return fmt.Errorf("start: %w", err)
	}
	<-ctx.Done()
	return <-ended
}

func (s *Service) start(ctx context.Context, ended chan<- error) error {
	if err := s.prepare(); err != nil {
		return err
	}
	if s.name == "" {
		return errNameless
	}
	go func() {
		<-ctx.Done()
		ended <- ctx.Err()
	}()
	return nil
}

func (s *Service) prepare() error {
	if s.settle != nil {
		return s.settle()
	}
	return nil
}

// Probe asks the service once, if there is one.
func (s *Service) Probe() bool {
	answer := make(chan bool)
	if !s.ask(answer) {
		return false
	}
	return <-answer
}

func (s *Service) ask(answer chan bool) (asked bool) {
	if s.name == "" {
		return
	}
	go func() { answer <- true }()
	asked = true
	return
}

// Restart hands the answer of the inner start on.
func (s *Service) Restart(ctx context.Context) error {
	ended := make(chan error)
	if s.again(ctx, ended) != nil {
		return errNameless
	}
	<-ctx.Done()
	return <-ended
}

func (s *Service) again(ctx context.Context, ended chan error) error {
	return s.start(ctx, ended)
}
