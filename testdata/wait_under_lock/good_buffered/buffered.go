package buffered

import "sync"

type notes struct {
	mu   sync.Mutex
	wake chan struct{}
	all  []string
}

func open() *notes {
	n := &notes{wake: make(chan struct{}, 1)}
	go n.save()
	return n
}

func (n *notes) save() {
	for range n.wake {
		n.mu.Lock()
		n.all = nil
		n.mu.Unlock()
	}
}

func (n *notes) add(text string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.all = append(n.all, text)
	select {
	case n.wake <- struct{}{}:
	default:
	}
}

func (n *notes) close() { close(n.wake) }
