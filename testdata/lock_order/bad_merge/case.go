package merge

import "sync"

type Set[K comparable] struct {
	mu    sync.RWMutex
	items map[K]struct{}
}

func New[K comparable]() *Set[K] { return &Set[K]{items: map[K]struct{}{}} }

func (s *Set[K]) Add(k K) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.items[k] = struct{}{}
}

// AddAll adds what the other set has.
func (s *Set[K]) AddAll(other *Set[K]) {
	s.mu.Lock()
	defer s.mu.Unlock()
	other.each(func(k K) { s.items[k] = struct{}{} })
}

func (s *Set[K]) each(f func(K)) {
	s.mu.RLock() // want "AddAll locks other.mu while it holds s.mu"
	defer s.mu.RUnlock()
	for k := range s.items {
		f(k)
	}
}
