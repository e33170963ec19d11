package find

import "sync"

type node struct {
	mu   sync.Mutex
	hits int
}

type Nodes struct {
	mu    sync.Mutex
	nodes map[string]*node
}

// find returns the node with its lock held, and nil with nothing held where there is none.
func (n *Nodes) find(name string) *node {
	n.mu.Lock()
	defer n.mu.Unlock()
	one, ok := n.nodes[name]
	if !ok {
		return nil
	}
	one.mu.Lock()
	return one
}

func (n *Nodes) Hit(name string) bool {
	one := n.find(name)
	if one == nil {
		return false
	}
	one.hits++
	one.mu.Unlock()
	return true
}
