package cart

import "sync"

type Cart struct {
	mu    sync.Mutex
	items map[string]int
}

func (c *Cart) Total() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.totalLocked()
}

func (c *Cart) totalLocked() (n int) {
	for _, v := range c.items {
		n += v
	}
	return n
}

func (c *Cart) Put(item string, n int) int {
	c.mu.Lock()
	c.items[item] += n
	t := c.totalLocked()
	c.mu.Unlock()
	if t > 100 {
		return c.Total()
	}
	return t
}
