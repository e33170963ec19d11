package pool

import "sync"

type pool struct {
	tasks chan func()
	stop  chan bool
	size  int
	mu    sync.Mutex
	ran   int
}

func newPool(size int) *pool {
	p := &pool{tasks: make(chan func()), stop: make(chan bool), size: size}
	for i := 0; i < p.size; i++ {
		go p.worker()
	}
	return p
}

func (p *pool) worker() {
	for {
		select { // want "several wait for `<-p.stop`"
		case <-p.stop:
			return
		case task := <-p.tasks:
			task()
			p.mu.Lock()
			p.ran++
			p.mu.Unlock()
		}
	}
}

func (p *pool) close() {
	p.stop <- true
}

func use(tasks []func()) {
	p := newPool(4)
	for _, task := range tasks {
		p.tasks <- task
	}
	p.close()
}
