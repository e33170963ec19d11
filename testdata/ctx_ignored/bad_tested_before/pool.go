package pool

import "context"

type pool struct {
	jobs chan func(context.Context)
}

func newPool() *pool { return &pool{jobs: make(chan func(context.Context))} }

func (p *pool) start(ctx context.Context, workers int) {
	for range workers {
		go p.work(ctx)
	}
}

func (p *pool) work(ctx context.Context) {
	for ctx.Err() == nil {
		job := <-p.jobs // want "receive may wait for ever: `<-p.jobs` ignores ctx"
		job(ctx)
	}
}

func (p *pool) submit(ctx context.Context, job func(context.Context)) bool {
	select {
	case p.jobs <- job:
		return true
	case <-ctx.Done():
		return false
	}
}
