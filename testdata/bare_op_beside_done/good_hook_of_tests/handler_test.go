package handler

import (
	"context"
	"testing"
)

func TestRun(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	h := newHandler(ctx)
	h.processed = make(chan int)
	go h.run()
	seen := make(chan int, 10)
	go func() {
		for {
			select {
			case change := <-h.processed:
				seen <- change
			case <-ctx.Done():
				return
			}
		}
	}()
	h.changes <- 1
	if <-seen != 1 {
		t.Error("another change")
	}
	cancel()
}
