// Package chain knows the head of a chain.
package chain

import "sync"

type block struct {
	height int
	parent *block
}

// Height must not be called on nil.
func (b *block) Height() int { return b.height }

// Known may be called on nil.
func (b *block) Known() bool { return b != nil }

type store struct {
	mu   sync.RWMutex
	head *block
}

func (s *store) Head() *block {
	s.mu.RLock() // want "SetKnown locks s.mu again" "SetParent locks s.mu again"
	defer s.mu.RUnlock()
	return s.head
}

// at goes back to a height from a block, or from the head if there is none.
func (s *store) at(height int, from *block) *block {
	if from == nil {
		from = s.Head()
	}
	for from.Height() > height {
		from = from.parent
	}
	return from
}

// SetKnown goes back from a block that there need not be: to ask whether it is known tells nothing by itself.
func (s *store) SetKnown(target *block) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	known := target.Known()
	found := s.at(0, target)
	s.head = found
	return known
}

// SetParent goes back from the parent of a block, which the first one has not.
func (s *store) SetParent(target *block) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if target.Height() > 1 {
		return false
	}
	target = target.parent
	s.head = s.at(0, target)
	return true
}
