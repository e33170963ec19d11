package haslock

import "sync"

type Table struct {
	mu   sync.Mutex
	seen sync.Mutex
	rows map[string]int
	last string
}

func New() *Table { return &Table{rows: map[string]int{}} }

// get takes the lock unless its caller has it.
func (t *Table) get(key string, hasLock bool) int {
	if !hasLock {
		t.mu.Lock()
		defer t.mu.Unlock()
	}
	return t.rows[key]
}

func (t *Table) Put(key string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.rows[key]++
	t.seen.Lock()
	t.last = key
	t.seen.Unlock()
}

// Last reads the table without its lock: the last key is not deleted.
func (t *Table) Last() int {
	t.seen.Lock()
	defer t.seen.Unlock()
	return t.peek(t.last)
}

func (t *Table) peek(key string) int {
	if t.get(key, true) > 0 {
		return 1
	}
	return 0
}
