package evict

import "sync"

type entry struct {
	mu   sync.Mutex
	dead bool
}

type Cache struct {
	mu      sync.Mutex
	entries map[string]*entry
}

// Evict takes an entry out and keeps it locked for good: nobody can find it again.
func (c *Cache) Evict(key string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	one, ok := c.entries[key]
	if !ok {
		return
	}
	one.mu.Lock()
	one.dead = true
	delete(c.entries, key)
}

func (c *Cache) Has(key string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	_, ok := c.entries[key]
	return ok
}
