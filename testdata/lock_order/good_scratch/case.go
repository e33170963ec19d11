package scratch

import "sync"

type Counter struct {
	mu    sync.Mutex
	total int
}

// Add takes the sums of a counter that no other goroutine has.
func (c *Counter) Add(values []int) {
	part := &Counter{}
	for _, v := range values {
		part.inc(v)
	}
	c.absorb(part)
}

func (c *Counter) inc(v int) {
	c.mu.Lock()
	c.total += v
	c.mu.Unlock()
}

func (c *Counter) absorb(part *Counter) {
	c.mu.Lock()
	defer c.mu.Unlock()
	part.mu.Lock()
	defer part.mu.Unlock()
	c.total += part.total
}
