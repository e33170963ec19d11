package tokens

import (
	"context"
	"time"
)

// A brake lets so many calls pass in a while: what is in its bucket is put there by the clock, and stands for nobody.
type brake struct {
	bucket chan struct{}
	ended  chan struct{}
	filled int
}

func newBrake(ctx context.Context, size int, every time.Duration) *brake {
	b := &brake{bucket: make(chan struct{}, size), ended: make(chan struct{})}
	go b.fill(ctx, every)
	return b
}

func (b *brake) fill(ctx context.Context, every time.Duration) {
	defer close(b.ended)
	for {
		time.Sleep(every)
		select {
		case b.bucket <- struct{}{}:
			b.count()
		case <-ctx.Done():
			return
		}
	}
}

func (b *brake) count() { b.filled++ }

// Pass waits for its turn.
func (b *brake) Pass() {
	<-b.bucket // want "this receive blocks for ever once \\(\\*brake\\).fill has left"
}
