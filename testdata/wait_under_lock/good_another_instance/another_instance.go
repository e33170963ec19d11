package anotherinstance

import "sync"

type node struct {
	mu    sync.Mutex
	inbox chan int
	sum   int
	next  *node
}

func newNode(next *node) *node { return &node{inbox: make(chan int), next: next} }

func (n *node) run() {
	for v := range n.inbox {
		n.mu.Lock()
		n.sum += v
		n.mu.Unlock()
	}
}

// forward sends to the next node, which takes its own lock.
func (n *node) forward() {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.next.inbox <- n.sum
}
