package capturingliteral

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	deltas := make(chan int64)
	Count(ctx, deltas)
	deltas <- 1
	cancel()
}
