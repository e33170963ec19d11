package helper

import "sync"

type ring struct {
	mu      sync.Mutex
	changed *sync.Cond
	used    int
	size    int
}

func newRing(size int) *ring {
	r := &ring{size: size}
	r.changed = sync.NewCond(&r.mu)
	return r
}

// wait is called with mu locked, by callers that look again.
func (r *ring) wait() { r.changed.Wait() }

func (r *ring) push() {
	r.mu.Lock()
	for r.used == r.size {
		r.wait()
	}
	r.used++
	r.mu.Unlock()
	r.changed.Broadcast()
}

func (r *ring) pop() {
	r.mu.Lock()
	for r.used == 0 {
		r.wait()
	}
	r.used--
	r.mu.Unlock()
	r.changed.Broadcast()
}
