package asksthenwaits

import (
	"sync"
	"time"
)

func Exercise() {
	c := start()
	go c.add("a")
	time.Sleep(50 * time.Millisecond)
}

type counter struct {
	mu    sync.Mutex
	names []string
	asks  chan struct{}
	sizes chan int
}

func start() *counter {
	c := &counter{asks: make(chan struct{}), sizes: make(chan int)}
	go c.measure()
	return c
}

func (c *counter) measure() {
	for range c.asks {
		c.mu.Lock() // blocks here
		n := len(c.names)
		c.mu.Unlock()
		c.sizes <- n
	}
}

func (c *counter) add(name string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.names = append(c.names, name)
	c.asks <- struct{}{}
	return <-c.sizes // want "this receive waits with `c.mu` held for measure"
}
