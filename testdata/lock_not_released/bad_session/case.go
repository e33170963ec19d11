package session

import (
	"errors"
	"time"
)

var ErrGone = errors.New("session gone")

// Touch moves the session's deadline.
func (s *Store) Touch(id string, d time.Duration) error {
	s.mu.Lock() // want "locked"
	sess := s.byID[id]
	if sess == nil {
		s.leave()
		return ErrGone
	}
	if sess.deadline.Before(time.Now()) {
		delete(s.byID, id)
		return ErrGone
	}
	sess.deadline = sess.deadline.Add(d)
	s.leave()
	return nil
}
