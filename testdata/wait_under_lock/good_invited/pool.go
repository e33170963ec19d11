package good

import (
	"sync"
	"sync/atomic"
)

// Pool hands out numbers.
type Pool struct {
	mu      sync.Mutex
	free    []int
	waiting int
	ids     chan int
}

// NewPool returns a pool of n numbers.
func NewPool(n int) *Pool {
	p := &Pool{ids: make(chan int)}
	for i := range n {
		p.free = append(p.free, i)
	}
	return p
}

// Get returns a number, and waits for one without the lock where there is none.
func (p *Pool) Get() int {
	p.mu.Lock()
	if n := len(p.free); n > 0 {
		id := p.free[n-1]
		p.free = p.free[:n-1]
		p.mu.Unlock()
		return id
	}
	p.waiting++
	p.mu.Unlock()
	return <-p.ids
}

// Put gives a number back: to somebody who has said that it waits, and needs the lock no more.
func (p *Pool) Put(id int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.waiting > 0 {
		p.ids <- id
		p.waiting--
		return
	}
	p.free = append(p.free, id)
}

// Writer flushes what it has in a goroutine of its own.
type Writer struct {
	mu       sync.Mutex
	rows     []int
	flushing atomic.Bool
	flush    chan int
	ended    chan struct{}
}

// NewWriter returns a writer.
func NewWriter() *Writer {
	w := &Writer{flush: make(chan int), ended: make(chan struct{})}
	go w.loop()
	return w
}

// Add adds a row; whoever flushes is asked only while it waits to be asked.
func (w *Writer) Add(row int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.rows = append(w.rows, row)
	if !w.flushing.Load() {
		w.flushing.Store(true)
		w.flush <- len(w.rows)
	}
}

func (w *Writer) loop() {
	defer close(w.ended)
	for n := range w.flush {
		w.cut(n)
		w.flushing.Store(false)
	}
}

func (w *Writer) cut(n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.rows = w.rows[n:]
}

// Close ends the writer.
func (w *Writer) Close() {
	close(w.flush)
	<-w.ended
}
