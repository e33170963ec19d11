package flag

import (
	"context"
	"sync/atomic"
	"time"
)

type beat struct {
	ctx     context.Context
	stopped atomic.Bool
}

func (b *beat) start(tick func()) {
	go func() {
		for {
			if b.stopped.Load() {
				return
			}
			tick()
			time.Sleep(time.Millisecond)
		}
	}()
}
