package jumps

import "context"

func run(ctx context.Context, in <-chan int, use func(int)) {
	for {
		select {
		case <-ctx.Done():
			goto end
		case v := <-in:
			use(v)
		}
	}
end:
	use(0)
}
