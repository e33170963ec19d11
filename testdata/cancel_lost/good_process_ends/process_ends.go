package processends

import (
	"context"
	"log"
	"os"
)

type runner struct {
	run func(ctx context.Context) error
}

func (r runner) must(parent context.Context) {
	ctx, cancel := context.WithCancel(parent)
	if err := r.run(ctx); err != nil {
		log.Fatal(err)
	}
	if ctx.Err() != nil {
		os.Exit(3)
	}
	if r.run == nil {
		panic("no run")
	}
	cancel()
}
