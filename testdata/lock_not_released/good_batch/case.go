package batch

import "sync"

type Sink struct {
	mu   sync.Mutex
	recs []string
	solo bool
}

// Write appends; a solo sink has one user and needs no lock.
func (s *Sink) Write(recs ...string) int {
	locked := false
	if !s.solo {
		s.mu.Lock()
		locked = true
	}
	for _, r := range recs {
		if r == "" {
			if locked {
				s.mu.Unlock()
			}
			return 0
		}
	}
	s.recs = append(s.recs, recs...)
	n := len(s.recs)
	if locked {
		s.mu.Unlock()
	}
	return n
}
