package perkey

import "sync"

// table keeps one condition for every key that somebody waits for.
type table struct {
	mu      sync.Mutex
	waiting map[string]*sync.Cond
	values  map[string]int
}

func newTable() *table {
	return &table{waiting: map[string]*sync.Cond{}, values: map[string]int{}}
}

func (t *table) get(key string) int {
	t.mu.Lock()
	defer t.mu.Unlock()
	for {
		if v, ok := t.values[key]; ok {
			return v
		}
		c, ok := t.waiting[key]
		if !ok {
			c = sync.NewCond(&t.mu)
			t.waiting[key] = c
		}
		c.Wait()
	}
}

func (t *table) set(key string, value int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.values[key] = value
	if c, ok := t.waiting[key]; ok {
		c.Broadcast()
		delete(t.waiting, key)
	}
}
