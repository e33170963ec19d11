package structwithoutname

import "sync"

type compactor struct {
	mu struct {
		sync.Mutex
		running int
		idle    sync.Cond
		busy    sync.Cond
	}
}

func newCompactor() *compactor {
	c := &compactor{}
	c.mu.running = 1
	c.mu.idle.L = &c.mu.Mutex
	c.mu.busy.L = &c.mu.Mutex
	return c
}

func (c *compactor) waitForIdle() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for c.mu.running > 0 {
		c.mu.idle.Wait() // want "nothing calls Signal or Broadcast"
	}
}

func (c *compactor) started() {
	c.mu.Lock()
	c.mu.running++
	c.mu.Unlock()
	c.mu.busy.Broadcast()
}

func (c *compactor) finished() {
	c.mu.Lock()
	c.mu.running = 0
	c.mu.Unlock()
	c.mu.busy.Broadcast()
}
