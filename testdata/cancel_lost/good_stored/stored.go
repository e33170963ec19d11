package stored

import (
	"context"
	"sync"
)

type task struct {
	ctx    context.Context
	cancel context.CancelFunc
}

type pool struct {
	mu    sync.Mutex
	tasks map[string]*task
	stops []func()
	last  context.CancelFunc
}

func (p *pool) start(parent context.Context, name string) *task {
	ctx, cancel := context.WithCancel(parent)
	t := &task{ctx: ctx, cancel: cancel}
	p.mu.Lock()
	p.tasks[name] = t
	p.mu.Unlock()
	return t
}

func (p *pool) extra(parent context.Context) context.Context {
	ctx, cancel := context.WithCancel(parent)
	p.stops = append(p.stops, cancel)
	return ctx
}

func (p *pool) replace(parent context.Context) context.Context {
	if p.last != nil {
		p.last()
	}
	ctx, cancel := context.WithCancel(parent)
	p.last = cancel
	return ctx
}

func (p *pool) again(parent context.Context) (ctx context.Context) {
	ctx, p.last = context.WithCancel(parent)
	return ctx
}
