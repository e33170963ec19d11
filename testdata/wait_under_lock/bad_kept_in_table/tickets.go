package keptintable

import "sync"

type ticket struct {
	number int
	served chan struct{}
}

func (t *ticket) serve() { close(t.served) }

type desk struct {
	mu      sync.Mutex
	waiting []*ticket
	last    int
}

// visit draws a ticket and waits for its turn.
func (d *desk) visit() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.last++
	t := &ticket{number: d.last, served: make(chan struct{})}
	d.waiting = append(d.waiting, t)
	<-t.served // want "this receive waits with `d.mu` held for next"
	return t.number
}

func (d *desk) next() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.waiting) == 0 {
		return false
	}
	t := d.waiting[0]
	d.waiting = d.waiting[1:]
	t.serve()
	return true
}

func (d *desk) closeUp() {
	d.mu.Lock()
	for _, t := range d.waiting {
		t.serve()
	}
	d.waiting = nil
	d.mu.Unlock()
}
