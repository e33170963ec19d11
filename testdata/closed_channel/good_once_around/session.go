package sessions

import "sync"

type session struct {
	once sync.Once
	done chan struct{}
}

// end may be called from everywhere; what it tells the peer may panic.
func (s *session) end(tell func()) {
	s.once.Do(func() {
		defer func() {
			close(s.done)
		}()
		tell()
	})
}

func (s *session) run(events []string, tell func()) {
	for range events {
		s.end(tell)
	}
	s.end(tell)
	<-s.done
}
