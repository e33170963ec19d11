package tree

import "sync"

type node struct{ children []*node }

// Whoever starts a goroutine is counted itself and adds for it.
func (n *node) visit(wg *sync.WaitGroup, see func()) {
	defer wg.Done()
	see()
	for _, child := range n.children {
		wg.Add(1)
		go child.visit(wg, see)
	}
}

func walk(root *node, see func()) {
	var wg sync.WaitGroup
	wg.Add(1)
	go root.visit(&wg, see)
	wg.Wait()
}
