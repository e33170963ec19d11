package lazy

import (
	"net/http"
	"sync"
	"time"
)

type cache struct {
	mu      sync.Mutex
	once    sync.Once
	running bool
	data    map[string]string
	stopped bool
}

func (c *cache) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	c.expire()
	c.once.Do(c.count)
	w.WriteHeader(http.StatusNoContent)
}

// expire starts the one goroutine that all requests share.
func (c *cache) expire() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.running {
		return
	}
	c.running = true
	go func() {
		for !c.over() {
			time.Sleep(time.Millisecond)
		}
	}()
}

func (c *cache) count() {
	go func() {
		for !c.over() {
			time.Sleep(time.Millisecond)
		}
	}()
}

func (c *cache) over() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	clear(c.data)
	return c.stopped
}
