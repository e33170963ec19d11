package embedded

import "sync"

type pool struct {
	sync.WaitGroup
	size int
}

func (p *pool) work(task func()) {
	p.Add(1) // want "may come after `p.Wait` has returned"
	defer func() {
		p.Done()
	}()
	task()
}

func (p *pool) runAll(task func()) {
	for range p.size {
		go p.work(task)
	}
	p.Wait()
}
