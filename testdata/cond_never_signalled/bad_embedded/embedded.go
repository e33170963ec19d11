package embedded

import "sync"

type event struct {
	*sync.Cond
	happened bool
}

func newEvent() *event {
	return &event{Cond: sync.NewCond(new(sync.Mutex))}
}

func (e *event) set() {
	e.L.Lock()
	e.happened = true
	e.L.Unlock()
}

func (e *event) await() {
	e.L.Lock()
	defer e.L.Unlock()
	for !e.happened {
		e.Wait() // want "nothing calls Signal or Broadcast"
	}
}
