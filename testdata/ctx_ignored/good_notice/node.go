package node

import "context"

type node struct {
	ready <-chan struct{}
	run   func(context.Context)
}

func start(ctx context.Context, ready <-chan struct{}, run func(context.Context)) {
	n := &node{ready: ready, run: run}
	go func() {
		<-n.ready
		n.run(ctx)
	}()
}
