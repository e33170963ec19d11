package parameter

import s "sync"

type store struct {
	mu    s.Mutex
	dirty bool
}

func (st *store) mark() {
	st.mu.Lock()
	st.dirty = true
	st.mu.Unlock()
}

func flushLoop(st *store, changed *s.Cond, flush func()) {
	for {
		st.mu.Lock()
		for !st.dirty {
			changed.Wait() // want "`changed.Wait.*` never ends"
		}
		st.dirty = false
		st.mu.Unlock()
		flush()
	}
}

func start(flush func()) *store {
	st := new(store)
	changed := s.NewCond(&st.mu)
	go flushLoop(st, changed, flush)
	return st
}
