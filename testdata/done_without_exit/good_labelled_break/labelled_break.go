package labelledbreak

import "context"

func run(ctx context.Context, in <-chan int, use func(int)) {
loop:
	for {
		select {
		case <-ctx.Done():
			break loop
		case v := <-in:
			use(v)
		}
	}
	use(0)
}
