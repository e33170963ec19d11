package good

import "sync"

// Cache keeps what it has seen.
type Cache struct {
	mu   sync.Mutex
	seen map[int]bool
}

// NewCache returns an empty cache.
func NewCache() *Cache { return &Cache{seen: map[int]bool{}} }

// Follow takes what comes until its caller closes in.
func (c *Cache) Follow(in <-chan int) { go c.run(in) }

func (c *Cache) run(in <-chan int) {
	for v := range in {
		c.mu.Lock()
		c.seen[v] = true
		c.mu.Unlock()
	}
}
