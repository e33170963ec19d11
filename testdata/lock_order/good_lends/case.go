package lends

import "sync"

type Pool struct {
	mu    sync.Mutex
	audit sync.Mutex
	free  []int
	lent  int
}

// Get asks the auditor without its own lock, and takes that again afterwards.
func (p *Pool) Get() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.free) == 0 {
		p.refill()
	}
	n := len(p.free) - 1
	v := p.free[n]
	p.free = p.free[:n]
	return v
}

// refill is called with the pool locked, and gives the lock back while it waits for the auditor.
func (p *Pool) refill() {
	p.mu.Unlock()
	p.audit.Lock()
	p.lent++
	p.audit.Unlock()
	p.mu.Lock()
	p.free = append(p.free, 1, 2)
}

func (p *Pool) Audit() (free, lent int) {
	p.audit.Lock()
	defer p.audit.Unlock()
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.free), p.lent
}
