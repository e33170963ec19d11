package ifget

import "sync"

// pool hands out tokens; whoever finds none waits for one.
type pool struct {
	mu     sync.Mutex
	freed  *sync.Cond
	tokens chan int
}

func newPool(n int) *pool {
	p := &pool{tokens: make(chan int, n)}
	p.freed = sync.NewCond(&p.mu)
	return p
}

func (p *pool) give(token int) {
	p.mu.Lock()
	p.tokens <- token
	p.freed.Broadcast()
	p.mu.Unlock()
}

func (p *pool) get() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.tokens) == 0 {
		p.freed.Wait() // want "stands outside a loop: nothing tests `len.p.tokens. == 0` again"
	}
	return <-p.tokens // blocks here
}
