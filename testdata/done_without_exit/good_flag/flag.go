package flag

import "context"

func run(ctx context.Context, in <-chan int, use func(int)) {
	running := true
	for running {
		select {
		case <-ctx.Done():
			running = false
		case v := <-in:
			use(v)
		}
	}
}

type draining struct{ stop bool }

func (d *draining) run(ctx context.Context, in <-chan int, use func(int)) {
	for {
		select {
		case <-ctx.Done():
			d.stop = true
		case v, ok := <-in:
			if !ok || d.stop {
				return
			}
			use(v)
		}
	}
}
