package bothread

import "sync"

type config struct {
	mu     sync.RWMutex
	name   string
	asked  chan struct{}
	answer chan string
}

func load(name string) *config {
	c := &config{name: name, asked: make(chan struct{}), answer: make(chan string)}
	go c.serve()
	return c
}

func (c *config) serve() {
	for range c.asked {
		c.mu.RLock()
		name := c.name
		c.mu.RUnlock()
		c.answer <- name
	}
}

func (c *config) ask() string {
	c.mu.RLock()
	defer c.mu.RUnlock()
	c.asked <- struct{}{}
	return <-c.answer
}

func (c *config) close() { close(c.asked) }
