package fieldofcaller

import "errors"

type Session struct {
	ended chan struct{}
}

func New(ended chan struct{}) *Session {
	return &Session{ended: ended}
}

func (s *Session) end() {
	close(s.ended) // want "this close of `ended` panics"
}

func (s *Session) Run(step func() error) error {
	defer s.end()
	if err := step(); err != nil {
		s.end()
		return err
	}
	return nil
}

var errStep = errors.New("step")
