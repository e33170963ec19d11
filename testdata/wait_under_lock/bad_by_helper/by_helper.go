package byhelper

import "sync"

type session struct {
	lock    sync.Mutex
	closing chan struct{}
	open    bool
}

func newSession() *session {
	s := &session{closing: make(chan struct{}), open: true}
	go s.watch()
	return s
}

func (s *session) watch() {
	s.lock.Lock()
	for s.open {
		s.lock.Unlock()
		<-s.closing
		s.lock.Lock()
		s.open = false
	}
	s.lock.Unlock()
}

// signal is called with the lock held.
func (s *session) signal() {
	s.closing <- struct{}{} // want "this send waits with `s.lock` held for watch"
}

func (s *session) close() {
	s.lock.Lock()
	defer s.lock.Unlock()
	s.signal()
}
