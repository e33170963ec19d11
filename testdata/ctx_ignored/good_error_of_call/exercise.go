package errorofcall

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	s := &source{values: make(chan int)}
	follow(ctx, s, func(int) {})
	s.values <- 1
	cancel()
}
