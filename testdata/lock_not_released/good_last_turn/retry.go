// Package retry tries again while it holds a lock.
package retry

import (
	"errors"
	"sync"
)

const attempts = 3

var errGaveUp = errors.New("gave up")

type store struct {
	mu  sync.Mutex
	try func() bool
}

// Save leaves by the last turn, if not before.
func (s *store) Save() error {
	s.mu.Lock()
	for i := 0; i < attempts; i++ {
		if s.try() {
			s.mu.Unlock()
			return nil
		}
		if i == attempts-1 {
			s.mu.Unlock()
			return errGaveUp
		}
	}
	return nil
}

// Load counts from one, and tests what is left.
func (s *store) Load() error {
	s.mu.Lock()
	for i := 1; i <= 3; i++ {
		if s.try() {
			break
		}
		if i < 3 {
			continue
		}
		s.mu.Unlock()
		return errGaveUp
	}
	s.mu.Unlock()
	return nil
}

// Move does so as often as it is told.
func (s *store) Move(times int) error {
	if times < 1 {
		return errGaveUp
	}
	for i := 0; i < times; i++ {
		s.mu.Lock()
		if s.try() || i+1 == times {
			s.mu.Unlock()
			return nil
		}
		s.mu.Unlock()
	}
	return nil
}
