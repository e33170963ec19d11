package try

import "sync"

type Cache struct {
	hot     sync.Mutex
	cold    sync.Mutex
	fresh   []int
	settled []int
}

func (c *Cache) Put(v int) {
	c.hot.Lock()
	defer c.hot.Unlock()
	c.fresh = append(c.fresh, v)
	if len(c.fresh) > 8 {
		c.cold.Lock()
		c.settled, c.fresh = c.fresh, nil
		c.cold.Unlock()
	}
}

// Sweep takes the fresh values along if it can have them at once.
func (c *Cache) Sweep() int {
	c.cold.Lock()
	defer c.cold.Unlock()
	n := len(c.settled)
	if c.hot.TryLock() {
		n += len(c.fresh)
		c.hot.Unlock()
	}
	return n
}
