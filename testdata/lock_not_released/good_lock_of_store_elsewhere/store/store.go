// Package store keeps pages; whoever changes several of them holds its lock.
package store

import "sync"

// Store is a set of pages.
type Store struct {
	mu    sync.Mutex
	pages map[string]string
}

// New returns an empty store.
func New() *Store {
	return &Store{pages: map[string]string{}}
}

// Lock begins a change.
func (s *Store) Lock() {
	s.mu.Lock()
}

// Unlock ends a change.
func (s *Store) Unlock() {
	s.mu.Unlock()
}

// Put changes a page in a change that has begun.
func (s *Store) Put(name, text string) bool {
	before, found := s.pages[name]
	s.pages[name] = text
	return !found || before != text
}

// Commit ends a change, and tells how many pages there are.
func (s *Store) Commit() int {
	count := len(s.pages)
	s.finish()
	return count
}

func (s *Store) finish() {
	s.mu.Unlock()
}
