package feed

import "context"

type Feed struct {
	ctx    context.Context
	cancel context.CancelFunc
	values chan int
}

func Open(parent context.Context) *Feed {
	f := &Feed{values: make(chan int, 2)}
	f.ctx, f.cancel = context.WithCancel(parent)
	go f.generate()
	return f
}

func (f *Feed) Values() <-chan int { return f.values }

func (f *Feed) Close() { f.cancel() }

func (f *Feed) generate() {
	defer close(f.values)
	for next := 0; f.ctx.Err() == nil; {
		next++
		f.values <- next // want "send may wait for ever: `f.values <-` ignores f.ctx"
	}
}
