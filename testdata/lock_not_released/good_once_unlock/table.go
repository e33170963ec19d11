package tables

import (
	"errors"
	"sync"
)

var errNegative = errors.New("negative")

type table struct {
	mu   sync.Mutex
	rows map[int]int
}

// set unlocks early where it can, and at its end where it could not; the second one does nothing.
func (t *table) set(row, value int, notify func()) error {
	t.mu.Lock()
	var once sync.Once
	unlock := func() { once.Do(t.mu.Unlock) }
	defer unlock()
	if value < 0 {
		return errNegative
	}
	t.rows[row] = value
	unlock()
	notify()
	return nil
}
