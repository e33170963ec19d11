package closedinput

import "context"

type pool struct {
	jobs    chan func()
	results chan error
}

func (p *pool) start(ctx context.Context, n int) {
	for range n {
		go p.work(ctx)
	}
	go func() {
		for {
			err, ok := <-p.results
			if !ok {
				return
			}
			_ = err
		}
	}()
}

func (p *pool) work(_ context.Context) {
	for job := range p.jobs {
		job()
	}
}

func (p *pool) close() {
	close(p.jobs)
	close(p.results)
}
