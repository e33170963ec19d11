package panics

import (
	"context"
	"runtime"
)

func run(ctx context.Context, in <-chan int, use func(int)) {
	defer func() { _ = recover() }()
	for {
		select {
		case <-ctx.Done():
			panic(ctx.Err())
		case v := <-in:
			use(v)
		}
	}
}

func exits(ctx context.Context, in <-chan int, use func(int)) {
	for {
		select {
		case <-ctx.Done():
			runtime.Goexit()
		case v := <-in:
			use(v)
		}
	}
}
