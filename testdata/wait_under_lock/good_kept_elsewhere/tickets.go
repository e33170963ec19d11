package keptelsewhere

import "sync"

type ticket struct {
	number int
	served chan struct{}
}

func (t *ticket) serve() { close(t.served) }

type desk struct {
	mu      sync.Mutex
	waiting map[int]*ticket
	queue   chan *ticket
	last    int
}

func newDesk() *desk {
	d := &desk{waiting: map[int]*ticket{}, queue: make(chan *ticket)}
	go d.clerk()
	return d
}

// visit waits with the lock held for a clerk who takes the tickets from a channel.
func (d *desk) visit() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.last++
	t := &ticket{number: d.last, served: make(chan struct{})}
	d.waiting[t.number] = t
	d.queue <- t
	<-t.served
	delete(d.waiting, t.number)
	return t.number
}

func (d *desk) clerk() {
	for t := range d.queue {
		t.serve()
	}
}

func (d *desk) turnAway(number int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if t, ok := d.waiting[number]; ok {
		t.serve()
	}
}

// log has the lock of what it is in, and each line one of its own.
type log struct {
	mu    sync.Mutex
	lines map[int]*line
}

type line struct {
	mu      sync.Mutex
	text    string
	written chan struct{}
}

// wait holds the lock of another line than the one it waits for.
func (l *log) wait(first, second int) string {
	a, b := l.lines[first], l.lines[second]
	a.mu.Lock()
	defer a.mu.Unlock()
	<-b.written
	return a.text
}

func (l *log) write(number int, text string) {
	b := l.lines[number]
	b.mu.Lock()
	b.text = text
	b.mu.Unlock()
	close(b.written)
}
