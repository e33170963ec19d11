package pool

import (
	"context"
	"time"
)

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	p := newPool()
	p.start(ctx, 2)
	p.submit(ctx, func(context.Context) {})
	time.Sleep(20 * time.Millisecond) // until it waits again
	cancel()
}
