package hook

import (
	"context"
	"testing"
)

func TestRun(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	h := newHandler(ctx)
	h.processed = make(chan int)
	go h.run()
	h.changes <- 1
	if <-h.processed != 1 {
		t.Error("another change")
	}
}
