package exportedtypeembeds

import "sync"

// Event is waited for here and set by whoever embeds or holds it.
type Event struct {
	sync.Cond
	Happened bool
}

func New() *Event {
	e := &Event{}
	e.L = new(sync.Mutex)
	return e
}

func (e *Event) Await() {
	e.L.Lock()
	for !e.Happened {
		e.Wait()
	}
	e.L.Unlock()
}
