package session

import (
	"sync"
	"time"
)

type sess struct{ deadline time.Time }

type Store struct {
	mu    sync.Mutex
	byID  map[string]*sess
	calls int
}

func NewStore() *Store { return &Store{byID: map[string]*sess{}} }

func (s *Store) Open(id string, d time.Duration) {
	s.mu.Lock() // blocks here
	s.byID[id] = &sess{deadline: time.Now().Add(d)}
	s.leave()
}

// leave counts the call and lets go of the store.
func (s *Store) leave() {
	s.calls++
	s.mu.Unlock()
}
