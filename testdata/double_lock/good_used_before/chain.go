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
	s.mu.RLock()
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

// Set makes a block the head, if the two meet. Both are there: their heights have been asked for.
func (s *store) Set(target *block) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	current, goal := s.head, target
	if goal.Height() > current.Height() {
		goal = s.at(current.Height(), goal)
	} else if goal.Height() < current.Height() {
		current = s.at(goal.Height(), current)
	}
	if current != goal {
		return false
	}
	s.head = target
	return true
}
