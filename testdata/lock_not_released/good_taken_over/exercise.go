package takenover

import (
	"context"
	"time"
)

func Exercise() {
	b := New(1)
	_ = b.Add(context.Background())
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
	_ = b.Add(ctx)
	cancel()
	b.Drain()
	_ = b.Add(context.Background())
	b.Drain()
	b.Drain()
}
