package shards

import "sync"

type shard struct {
	mu      sync.Mutex
	dirty   bool
	written int
}

type Store struct{ shards []*shard }

// Flush writes every shard that has changed.
func (s *Store) Flush() {
	for _, each := range s.shards {
		each.mu.Lock() // want "goes on to the next element"
		if !each.dirty {
			continue
		}
		each.written++
		each.dirty = false
		each.mu.Unlock()
	}
}

func (s *Store) Mark(n int) {
	one := s.shards[n]
	one.mu.Lock() // blocks here
	defer one.mu.Unlock()
	one.dirty = true
}
