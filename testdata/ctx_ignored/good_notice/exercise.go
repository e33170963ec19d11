package node

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	ready := make(chan struct{})
	start(ctx, ready, func(context.Context) {})
	close(ready)
}
