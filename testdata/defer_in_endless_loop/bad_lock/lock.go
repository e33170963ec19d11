package lock

import "sync"

type entry struct {
	mu    sync.Mutex
	value int
}

type refresher struct {
	next func() *entry
}

func (r *refresher) run() {
	for {
		e := r.next()
		e.mu.Lock()
		defer e.mu.Unlock() // want "`e\.mu\.Unlock\(\)` never runs"
		e.value++
	}
}
