package takenover

import (
	"context"
	"sync"
)

type Buffer struct {
	mu    sync.Mutex
	space *sync.Cond
	held  int
	limit int
}

func New(limit int) *Buffer {
	b := &Buffer{limit: limit}
	b.space = sync.NewCond(&b.mu)
	return b
}

// Add waits for space, but no longer than ctx: a goroutine waits for it, and leaves the lock to whoever hears of that.
func (b *Buffer) Add(ctx context.Context) error {
	ready := make(chan struct{})
	quit := false
	go func() {
		defer close(ready)
		b.mu.Lock()
		for !quit && b.held >= b.limit {
			b.space.Wait()
		}
	}()
	leave := func() {
		go func() {
			b.mu.Lock()
			quit = true
			b.mu.Unlock()
			b.space.Broadcast()
		}()
		<-ready
		b.mu.Unlock()
	}
	select {
	case <-ready:
	case <-ctx.Done():
		leave()
		return ctx.Err()
	}
	b.held++
	b.mu.Unlock()
	return nil
}

// Drain empties the buffer; settle takes over the lock.
func (b *Buffer) Drain() {
	b.mu.Lock()
	if b.held == 0 {
		b.mu.Unlock()
		return
	}
	b.settle()
}

func (b *Buffer) settle() {
	go func() {
		defer b.mu.Unlock()
		b.pause()
		b.held = 0
		b.space.Broadcast()
	}()
}

// pause lets others have the lock for a moment.
func (b *Buffer) pause() {
	b.mu.Unlock()
	b.mu.Lock()
}
