package capturingliteral

import (
	"context"
	"sync/atomic"
)

// Count adds up what arrives on deltas.
func Count(ctx context.Context, deltas <-chan int64) *atomic.Int64 {
	var total atomic.Int64
	go func() {
		for {
			delta := <-deltas // want "goroutine never ends: `<-deltas` ignores ctx"
			total.Add(delta)
		}
	}()
	return &total
}
