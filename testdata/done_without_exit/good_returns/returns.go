package returns

import "context"

func run(ctx context.Context, in <-chan int, use func(int)) {
	for {
		select {
		case <-ctx.Done():
			return
		case v := <-in:
			use(v)
		}
	}
}
