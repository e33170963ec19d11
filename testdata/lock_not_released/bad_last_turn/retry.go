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

// Save tests for a turn that never comes.
func (s *store) Save() error {
	s.mu.Lock() // want "Save can return with s.mu locked" // blocks here
	for i := 0; i < attempts; i++ {
		if s.try() {
			s.mu.Unlock()
			return nil
		}
		if i == attempts {
			s.mu.Unlock()
			return errGaveUp
		}
	}
	return nil
}

// Load leaves by the last turn but one, which may be stepped over.
func (s *store) Load(step int) error {
	s.mu.Lock() // want "Load can return with s.mu locked"
	for i := 0; i < 3; i += step {
		if s.try() || i == 2 {
			s.mu.Unlock()
			return errGaveUp
		}
	}
	return nil
}
