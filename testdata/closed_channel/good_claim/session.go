// Package claim closes once, whoever comes first.
package claim

import "sync/atomic"

// flag is like the atomic values of other modules.
type flag struct{ atomic.Bool }

// session ends once.
type session struct {
	over  flag
	state int
	gone  chan struct{}
}

func (s *session) Close() {
	if s.over.Swap(true) {
		return
	}
	close(s.gone)
}

func (s *session) restart(tracks []string) {
	for range tracks {
		s.Close()
	}
	s.Close()
}

// link ends once too, by a helper that says who is first.
type link struct {
	state int
	gone  chan struct{}
}

func (l *link) begins(state int) bool {
	before := l.state
	l.state = state
	return before < state
}

func (l *link) Close() {
	if !l.begins(2) {
		return
	}
	close(l.gone)
}

func (l *link) stop() {
	defer l.Close()
	l.Close()
}
