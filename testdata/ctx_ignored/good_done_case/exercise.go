package donecase

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	in := make(chan int)
	out := count(ctx, in)
	in <- 1
	<-out
	cancel()
}
