package sorted

import (
	"strings"
	"sync"
)

type Branch struct {
	name string
	mu   sync.Mutex
	head string
}

// ordered gives the two branches in the order of their names.
func ordered(a, b *Branch) (*Branch, *Branch) {
	if strings.Compare(a.name, b.name) > 0 {
		return b, a
	}
	return a, b
}

func Swap(a, b *Branch) {
	if a == b {
		return
	}
	first, second := ordered(a, b)
	first.mu.Lock()
	defer first.mu.Unlock()
	second.mu.Lock()
	defer second.mu.Unlock()
	a.head, b.head = b.head, a.head
}

// Copy exchanges its names for the ones it has to lock first and second.
func Copy(to, from *Branch) {
	if to == from {
		return
	}
	head := from
	one, two := to, from
	if one.name > two.name {
		one, two = two, one
	}
	one.mu.Lock()
	two.mu.Lock()
	to.head = head.head
	two.mu.Unlock()
	one.mu.Unlock()
}
