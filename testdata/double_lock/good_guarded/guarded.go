package guarded

import "sync"

// Counters counts events by their name.
type Counters struct {
	mu     sync.Mutex
	counts map[string]int
}

// update runs a change with the counts locked, and what follows after it.
func (c *Counters) update(change func(map[string]int), then func()) {
	c.mu.Lock()
	change(c.counts)
	c.mu.Unlock()
	then()
}

// without runs something for a caller that holds the lock, while the lock is free.
func (c *Counters) without(work func()) {
	c.mu.Unlock()
	work()
	c.mu.Lock()
}

func (c *Counters) total() (sum int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, count := range c.counts {
		sum += count
	}
	return sum
}

// Merge adds the counts of another one, and tells the sum.
func (c *Counters) Merge(other *Counters, tell func(int)) {
	c.update(
		func(counts map[string]int) { counts["other"] += other.total() },
		func() { tell(c.total()) },
	)
}

// Drop forgets all counts, and tells what they were.
func (c *Counters) Drop(tell func(int)) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.without(func() { tell(c.total()) })
	clear(c.counts)
}
