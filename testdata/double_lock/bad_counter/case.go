package counter

import "sync"

type Counter struct {
	mu  sync.Mutex
	n   map[string]int
	sum int
}

func New() *Counter { return &Counter{n: map[string]int{}} }

func (c *Counter) Reset(name string) (old int) {
	c.mu.Lock()
	old = c.n[name]
	if old == 0 {
		c.mu.Unlock()
		return 0
	}
	delete(c.n, name)
	c.sum -= old
	c.mu.Lock() // want "locks|takes"
	return old
}

func (c *Counter) Inc(name string) {
	c.mu.Lock()
	c.n[name]++
	c.sum++
	c.mu.Unlock()
}
