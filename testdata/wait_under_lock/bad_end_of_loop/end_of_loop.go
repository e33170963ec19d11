package endofloop

import (
	"sync"
	"time"
)

func Exercise() {
	d := open()
	d.late <- "a"
	go d.shut()
	time.Sleep(50 * time.Millisecond)
}

type depot struct {
	mu    sync.Mutex
	stock map[string]int
	late  chan string
	gone  chan struct{}
}

func open() *depot {
	d := &depot{stock: map[string]int{}, late: make(chan string), gone: make(chan struct{})}
	go d.restock()
	return d
}

func (d *depot) restock() {
	defer close(d.gone)
	for item := range d.late {
		time.Sleep(20 * time.Millisecond)
		d.mu.Lock() // blocks here
		d.stock[item]++
		d.mu.Unlock()
	}
}

func (d *depot) shut() {
	d.mu.Lock()
	defer d.mu.Unlock()
	close(d.late)
	<-d.gone // want "this receive waits with `d.mu` held for restock"
	clear(d.stock)
}
