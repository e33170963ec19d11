package guarded

import "sync"

// Counters counts events by their name.
type Counters struct {
	mu     sync.RWMutex
	counts map[string]int
}

// update runs a change with the counts locked.
func (c *Counters) update(change func(map[string]int)) {
	c.mu.Lock()
	defer c.mu.Unlock()
	change(c.counts)
}

func (c *Counters) total() (sum int) {
	c.mu.RLock() // want "Scale locks c.mu again inside total while it holds it"
	defer c.mu.RUnlock()
	for _, count := range c.counts {
		sum += count
	}
	return sum
}

// Scale turns counts into percents.
func (c *Counters) Scale() {
	c.update(func(counts map[string]int) {
		for name, count := range counts {
			counts[name] = 100 * count / c.total()
		}
	})
}

// Rest adds what is missing.
func (c *Counters) Rest(of int) {
	rest := of - c.total()
	c.update(func(counts map[string]int) { counts["rest"] += rest })
}
