package list

import "sync"

type node struct {
	mu   sync.Mutex
	key  int
	next *node
}

type List struct{ head node }

// Has walks the list hand over hand.
func (l *List) Has(key int) bool {
	n := &l.head
	n.mu.Lock()
	for n.next != nil {
		next := n.next
		next.mu.Lock()
		n.mu.Unlock()
		n = next
		if n.key == key {
			n.mu.Unlock()
			return true
		}
	}
	n.mu.Unlock()
	return false
}

// Sum locks one node at a time.
func (l *List) Sum() (s int) {
	for n := &l.head; n != nil; {
		n.mu.Lock()
		s += n.key
		next := n.next
		n.mu.Unlock()
		n = next
	}
	return s
}
