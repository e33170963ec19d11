package good

import (
	"context"
	"time"
)

// Exercise asks, and listens or not as each of them allows.
func Exercise() {
	c := &Client{state: func() string { time.Sleep(5 * time.Millisecond); return "idle" }}
	_ = Go(func() error { c.state(); return nil })
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	_ = c.Wait(ctx)
	_ = c.Closed()
	_ = c.Must()
	for range Numbers(3) {
	}
	_, _ = c.Try(true)
}
