package readlock

import "sync"

type table struct {
	mu   sync.RWMutex
	rows []int
	wake chan int
}

func open() *table {
	t := &table{wake: make(chan int)}
	go t.grow()
	return t
}

func (t *table) grow() {
	for {
		t.mu.Lock()
		t.rows = append(t.rows, len(t.rows))
		t.mu.Unlock()
		if n, ok := <-t.wake; !ok || n < 0 {
			return
		}
	}
}

func (t *table) ask(n int) int {
	t.mu.RLock()
	defer t.mu.RUnlock()
	for i := len(t.rows); i < n; i++ {
		t.wake <- i // want "this send waits with `t.mu` held for grow"
	}
	return len(t.rows)
}
