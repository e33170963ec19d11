package nottakenover

import (
	"errors"
	"sync"
)

type Buffer struct {
	mu    sync.Mutex
	held  int
	limit int
}

// Add leaves the lock to a goroutine that adds, but where the buffer is full it starts none.
func (b *Buffer) Add() error {
	b.mu.Lock() // want "Add returns with b.mu locked"
	if b.held >= b.limit {
		return errors.New("full")
	}
	b.settle()
	return nil
}

func (b *Buffer) settle() {
	go func() {
		defer b.mu.Unlock()
		b.held++
	}()
}

// Fill adds in a goroutine, which leaves a full buffer locked; who waits for it does not unlock.
func (b *Buffer) Fill() {
	done := make(chan struct{})
	go func() {
		defer close(done)
		b.mu.Lock() // want "the function literal can return with b.mu locked"
		if b.held >= b.limit {
			return
		}
		b.held = b.limit
		b.mu.Unlock()
	}()
	<-done
}
