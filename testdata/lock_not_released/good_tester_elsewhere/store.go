// Package store is a store for tests.
package store

import (
	"sync"

	"golintsched.test/cases/lock_not_released/good_tester_elsewhere/testenv"
)

// Store counts how often it was suspended.
type Store struct {
	tb testenv.TB

	mu        sync.Mutex
	suspended int
	notified  int
}

// Resume takes one suspension back; a test that does so too often has failed.
func (s *Store) Resume() {
	s.mu.Lock()
	switch s.suspended--; {
	case s.suspended == 0:
		s.notified++
		s.mu.Unlock()
	case s.suspended < 0:
		s.tb.Fatal("resumed too often")
	default:
		s.mu.Unlock()
	}
}

// checker is the part of a test that checks need.
type checker interface {
	Errorf(format string, args ...any)
	FailNow()
}

// MustBe compares how often the store has told of a change.
func (s *Store) MustBe(t checker, wanted int) {
	s.mu.Lock()
	if s.notified != wanted {
		t.Errorf("got %d, want %d", s.notified, wanted)
		t.FailNow()
	}
	s.mu.Unlock()
}
