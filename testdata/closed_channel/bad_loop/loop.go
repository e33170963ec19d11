package loop

type pool struct {
	jobs    chan int
	workers []string
}

// shutdown tells every worker to stop, by the one channel they share.
func (p *pool) shutdown(logf func(string)) {
	for _, name := range p.workers {
		logf(name)
		close(p.jobs) // want "this close of `jobs` panics where it comes a second time"
	}
}

func open(names ...string) *pool {
	p := &pool{jobs: make(chan int), workers: names}
	for range names {
		go func() {
			for range p.jobs {
			}
		}()
	}
	return p
}
