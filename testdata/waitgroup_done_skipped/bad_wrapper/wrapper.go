package wrapper

import "sync"

type node struct {
	mu      sync.Mutex
	running bool
	wg      sync.WaitGroup
}

// start runs task in a goroutine unless the node is stopping.
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
	n.start(func() {
		defer n.wg.Done()
		step()
	})
}

func (n *node) stop() {
	n.mu.Lock()
	n.running = false
	n.mu.Unlock()
	n.wg.Wait() // want "catchUp adds and then starts nothing"
}

func Exercise() {
	n := &node{}
	n.catchUp(func() {})
	go n.stop()
}
