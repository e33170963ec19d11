package set

import "sync"

type Set[T comparable] struct {
	mu sync.Mutex
	m  map[T]struct{}
}

func Of[T comparable](vs ...T) *Set[T] {
	s := &Set[T]{m: map[T]struct{}{}}
	for _, v := range vs {
		s.m[v] = struct{}{}
	}
	return s
}

func (s *Set[T]) Len() int {
	s.mu.Lock() // want "locks|takes"
	defer s.mu.Unlock()
	return len(s.m)
}

// AddMax adds v unless the set has max members.
func (s *Set[T]) AddMax(v T, max int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.Len() >= max {
		return false
	}
	s.m[v] = struct{}{}
	return true
}
