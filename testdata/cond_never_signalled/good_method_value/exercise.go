package methodvalue

import (
	"context"
	"time"
)

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	l := newLatch()
	go l.wait(ctx)
	time.Sleep(50 * time.Millisecond)
	cancel()
}
