package waitgroup

import "sync"

type pool struct {
	mu      sync.Mutex
	wg      sync.WaitGroup
	running int
}

func (p *pool) start(task func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.running++
	p.wg.Add(1)
	go p.run(task)
}

func (p *pool) run(task func()) {
	defer p.wg.Done()
	task()
	p.finished()
}

func (p *pool) finished() {
	p.mu.Lock()
	p.running--
	p.mu.Unlock()
}

func (p *pool) stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.running > 0 {
		p.wg.Wait() // want "`p.wg.Wait.*` waits with `p.mu` held for run"
	}
}
