package startssomebody

type pool struct {
	tokens, quit chan struct{}
	work         func()
}

// run has an idle worker take the task, or starts another one.
func (p *pool) run() {
	select {
	case p.tokens <- struct{}{}:
	default:
		go p.worker()
	}
}

func (p *pool) worker() {
	for {
		p.work()
		select {
		case <-p.tokens:
		case <-p.quit:
			return
		}
	}
}
