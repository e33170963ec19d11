package slots

import (
	"fmt"
	"sync"
)

type Slots struct {
	mu   sync.Mutex
	free []int
	used map[int]bool
}

// Free gives a slot back. Giving it back twice is a bug of the caller.
func (s *Slots) Free(n int) {
	s.mu.Lock()
	if !s.used[n] {
		panic(fmt.Sprintf("slot %d freed twice", n))
	}
	delete(s.used, n)
	s.free = append(s.free, n)
	s.mu.Unlock()
}

func (s *Slots) Take() int {
	s.mu.Lock()
	switch {
	case len(s.free) == 0:
		s.mu.Unlock()
		return -1
	default:
		n := s.free[len(s.free)-1]
		s.free = s.free[:len(s.free)-1]
		s.used[n] = true
		s.mu.Unlock()
		return n
	}
}
