package stoppedonce

import "sync"

type Session struct {
	changing sync.Mutex
	moved    []string
}

// stop stops the session, which stays locked until it is started again.
func (s *Session) stop() []string {
	s.changing.Lock()
	moved := s.moved
	s.moved = nil
	return moved
}

func (s *Session) start(moved []string) {
	s.moved = moved
	s.changing.Unlock()
}

type stopper struct {
	session *Session
	stopped bool
	moved   []string
}

// stop stops the session when it is called first, and does nothing after that.
func (s *stopper) stop() {
	if s.stopped {
		return
	}
	s.stopped = true
	s.moved = s.session.stop()
}

func (s *stopper) restart() {
	if !s.stopped {
		return
	}
	s.session.start(s.moved)
}

func move(name string, s *stopper) {
	if name == "" {
		return
	}
	s.stop()
	s.moved = append(s.moved, name)
}

// Update moves what has changed, with the session stopped as soon as something has.
func Update(session *Session, names []string) {
	s := &stopper{session: session}
	defer s.restart()
	for _, name := range names {
		move(name, s)
	}
}
