package merge

import "sync"

type Totals struct {
	mu  sync.Mutex
	sum map[string]int
}

func New() *Totals { return &Totals{sum: map[string]int{}} }

// AddAll merges several maps into the totals.
func (t *Totals) AddAll(parts ...map[string]int) {
	for _, p := range parts {
		t.mu.Lock() // want "locks|takes"
		defer t.mu.Unlock()
		for k, v := range p {
			t.sum[k] += v
		}
	}
}

func (t *Totals) Get(k string) int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.sum[k]
}
