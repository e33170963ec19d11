package outerloop

import "sync"

type results struct {
	mu     sync.Mutex
	active *sync.Cond
	done   int
	closed bool
}

func newResults() *results {
	r := &results{}
	r.active = sync.NewCond(&r.mu)
	return r
}

func (r *results) count() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.done
}

// wait takes the lock for each look of its own.
func (r *results) wait(n int) {
	closed := false
	for !closed && r.count() < n {
		r.mu.Lock()
		if r.done >= n || r.closed {
			r.mu.Unlock()
			break
		}
		r.active.Wait()
		closed = r.closed
		r.mu.Unlock()
	}
}

func (r *results) deliver() {
	r.mu.Lock()
	r.done++
	r.active.Signal()
	r.mu.Unlock()
}
