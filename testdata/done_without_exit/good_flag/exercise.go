package flag

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	in := make(chan int)
	go run(ctx, in, func(int) {})
	go new(draining).run(ctx, in, func(int) {})
	defer close(in)
	cancel()
}
