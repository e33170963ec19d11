package shrinks

type pool struct {
	tasks  chan func()
	retire chan struct{}
	size   int
}

var workers *pool

func grow(size int) {
	workers = &pool{tasks: make(chan func()), retire: make(chan struct{}), size: size}
	for range size {
		go workers.work()
	}
}

func (p *pool) work() {
	for {
		select {
		case task := <-p.tasks:
			task()
		case <-p.retire:
			return
		}
	}
}

// shrink ends one worker.
func (p *pool) shrink() {
	p.retire <- struct{}{}
	p.size--
}

func (p *pool) close() {
	for p.size > 0 {
		p.shrink()
	}
}
