package listen

import "errors"

type binding struct{ port int }

func (b binding) isValid() bool { return b.port > 0 }

type settings struct{ bindings []binding }

func (s *settings) hasAny() bool {
	for _, b := range s.bindings {
		if b.isValid() {
			return true
		}
	}
	return false
}

// serve returns the first problem of all that listen.
func (s *settings) serve(listen func(int) error) error {
	if !s.hasAny() {
		return errors.New("nothing to listen on")
	}
	problems := make(chan error, len(s.bindings))
	for _, b := range s.bindings {
		if !b.isValid() {
			continue
		}
		go func() { problems <- listen(b.port) }()
	}
	return <-problems
}
