package channelsettonil

import "context"

func run(ctx context.Context, in <-chan int, use func(int)) {
	done := ctx.Done()
	for {
		select {
		case <-done:
			done = nil // what is left in the queue is still used
		case v, ok := <-in:
			if !ok {
				return
			}
			use(v)
		}
	}
}
