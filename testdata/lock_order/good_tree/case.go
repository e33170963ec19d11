package tree

import "sync"

// Node locks from the root downwards only.
type Node struct {
	mu       sync.Mutex
	parent   *Node
	children []*Node
	size     int
}

func (n *Node) Grow(by int) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.size += by
	for _, child := range n.children {
		child.Grow(by)
	}
}

// Attach makes the child a part of the node.
func (n *Node) Attach(child *Node) {
	n.mu.Lock()
	defer n.mu.Unlock()
	child.mu.Lock()
	defer child.mu.Unlock()
	child.parent = n
	n.children = append(n.children, child)
}

func (n *Node) Depth() (depth int) {
	for n != nil {
		n.mu.Lock()
		up := n.parent
		n.mu.Unlock()
		n, depth = up, depth+1
	}
	return depth
}
