package lockinbranch

import "sync"

func Exercise() {
	load([]string{"a"}, false)
}

type table struct {
	mu    sync.Mutex
	rows  map[string]bool
	ready chan struct{}
}

func load(names []string, shared bool) int {
	t := &table{rows: map[string]bool{}, ready: make(chan struct{})}
	t.mu.Lock()
	defer t.mu.Unlock()
	go t.fill(names, shared)
	<-t.ready
	return len(t.rows)
}

// fill takes the lock where others use the table already.
func (t *table) fill(names []string, shared bool) {
	for _, name := range names {
		if shared {
			t.mu.Lock()
			t.rows[name] = true
			t.mu.Unlock()
		} else {
			t.rows[name] = true
		}
	}
	close(t.ready)
}
