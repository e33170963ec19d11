package bad

type job func()

type pool struct {
	jobs   chan job
	closed chan struct{}
	ended  chan struct{}
}

func open() *pool {
	p := &pool{make(chan job), make(chan struct{}), make(chan struct{})}
	go p.work()
	return p
}

func (p *pool) work() {
	defer func() { close(p.ended) }()
	for {
		select {
		case <-p.closed:
			return
		case j := <-p.jobs:
			j()
		}
	}
}

// Do asks whether the pool is closed, and then waits all the same.
func (p *pool) Do(j job) bool {
	select {
	case <-p.closed:
		return false
	default:
	}
	p.jobs <- j // want "this send blocks for ever once \\(\\*pool\\).work has left"
	return true
}
