package endwithoutlock

import (
	"sync"
	"time"
)

func Exercise() {
	p := open()
	p.work <- 1
	p.shut()
	time.Sleep(20 * time.Millisecond)
}

type press struct {
	mu   sync.Mutex
	sum  int
	work chan int
	gone chan struct{}
}

func open() *press {
	p := &press{work: make(chan int), gone: make(chan struct{})}
	p.mu.Lock()
	defer p.mu.Unlock()
	go p.run()
	return p
}

func (p *press) run() {
	defer close(p.gone)
	for n := range p.work {
		p.sum += n
	}
}

func (p *press) shut() {
	p.mu.Lock()
	defer p.mu.Unlock()
	close(p.work)
	<-p.gone
}
