package channelsettonil

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	in := make(chan int)
	go run(ctx, in, func(int) {})
	close(in)
	cancel()
}
