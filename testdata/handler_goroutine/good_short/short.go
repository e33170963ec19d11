package short

import (
	"log"
	"net/http"
	"sync"
)

type counters struct {
	mu   sync.Mutex
	seen map[string]int
}

func (c *counters) count(w http.ResponseWriter, r *http.Request) {
	path := r.URL.Path
	go func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.seen[path]++
		log.Println(path)
	}()
}
