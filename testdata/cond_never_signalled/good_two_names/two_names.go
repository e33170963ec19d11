package twonames

import "sync"

type pipe struct {
	mu       sync.Mutex
	readable *sync.Cond
	buffered int
}

type writer struct {
	p    *pipe
	wake *sync.Cond
}

func newPipe() (*pipe, *writer) {
	p := &pipe{}
	cond := sync.NewCond(&p.mu)
	p.readable = cond
	return p, &writer{p: p, wake: cond}
}

func (p *pipe) read() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for p.buffered == 0 {
		p.readable.Wait()
	}
	p.buffered--
}

func (w *writer) write() {
	w.p.mu.Lock()
	w.p.buffered++
	w.p.mu.Unlock()
	w.wake.Signal()
}
