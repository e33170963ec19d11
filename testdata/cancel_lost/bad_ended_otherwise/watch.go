// Package watch follows a store until that is closed, or the watch is cancelled.
package watch

import (
	"context"
	"sync"
)

// Store tells whoever watches it when it is closed.
type Store struct{ closed chan struct{} }

// Close ends all watches.
func (s *Store) Close() { close(s.closed) }

// follow starts a watch; two ways end it, and the group tells of it.
func follow(work func(context.Context, <-chan struct{})) (*Store, context.CancelFunc, *sync.WaitGroup) {
	store := &Store{closed: make(chan struct{})}
	ctx, cancel := context.WithCancel(context.Background())
	done := sync.WaitGroup{}
	done.Go(func() { work(ctx, store.closed) })
	return store, cancel, &done
}

// Once neither ends the watch nor waits for it.
func Once(work func(context.Context, <-chan struct{})) {
	_, _, done := follow(work) // want "the function that ends what `follow` starts is thrown away"
	_ = done
}
