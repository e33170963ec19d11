package drained

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	samples := make(chan sample)
	go drop(ctx, samples)
	go measure(ctx, samples)
	cancel()
}
