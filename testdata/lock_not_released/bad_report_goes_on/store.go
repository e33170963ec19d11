// Package store reports what goes wrong, and goes on.
package store

import "sync"

// Report is told what goes wrong.
type Report interface {
	Log(args ...any)
	Fatal(args ...any)
}

// Store counts how often it was suspended.
type Store struct {
	report Report

	mu        sync.Mutex
	suspended int
}

// Resume takes one suspension back.
func (s *Store) Resume() {
	s.mu.Lock() // want "locked"
	if s.suspended == 0 {
		s.report.Fatal("resumed too often")
		return
	}
	s.suspended--
	s.mu.Unlock()
}

// Suspended tells whether it is suspended.
func (s *Store) Suspended() bool {
	s.mu.Lock() // blocks here
	defer s.mu.Unlock()
	return s.suspended > 0
}
