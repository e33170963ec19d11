package waitafterunlock

import "sync"

type pool struct {
	mu      sync.Mutex
	wg      sync.WaitGroup
	closed  bool
	running int
}

func (p *pool) start(task func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return
	}
	p.running++
	p.wg.Add(1)
	go func() {
		defer p.wg.Done()
		task()
		p.mu.Lock()
		p.running--
		p.mu.Unlock()
	}()
}

func (p *pool) stop() {
	p.mu.Lock()
	p.closed = true
	p.mu.Unlock()
	p.wg.Wait()
}
