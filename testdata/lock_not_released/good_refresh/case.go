package refresh

import "sync"

type Index struct {
	mu    sync.Mutex
	gen   int
	build func() int
}

// Refresh does nothing while another refresh is on.
func (x *Index) Refresh() bool {
	if !x.mu.TryLock() {
		return false
	}
	x.gen = x.build()
	x.mu.Unlock()
	return true
}

// Peek reads the generation if nobody is writing.
func (x *Index) Peek() (int, bool) {
	ok := x.mu.TryLock()
	if ok {
		g := x.gen
		x.mu.Unlock()
		return g, true
	}
	return 0, false
}
