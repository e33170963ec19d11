package wrapper

import "sync"

type node struct {
	mu      sync.Mutex
	running bool
	wg      sync.WaitGroup
}

func (n *node) start(task func()) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	if !n.running {
		return false
	}
	go task()
	return true
}

func (n *node) catchUp(step func()) {
	n.wg.Add(1)
	if !n.start(func() {
		defer n.wg.Done()
		step()
	}) {
		n.wg.Done()
	}
}

func (n *node) stop() {
	n.mu.Lock()
	n.running = false
	n.mu.Unlock()
	n.wg.Wait()
}

func Exercise() {
	n := &node{}
	n.catchUp(func() {})
	n.running = true
	n.catchUp(func() {})
	n.stop()
}
