package nextturnchecks

import "context"

func run(ctx context.Context, in <-chan int, use func(int)) {
	for ctx.Err() == nil {
		select {
		case <-ctx.Done():
		case v := <-in:
			use(v)
		}
	}
}

func runs(ctx context.Context, in <-chan int, use func(int)) {
	for {
		select {
		case <-ctx.Done():
			break
		case v := <-in:
			use(v)
		}
		if err := ctx.Err(); err != nil {
			return
		}
	}
}
