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

// Once closes the store, and waits for the watch.
func Once(work func(context.Context, <-chan struct{})) {
	store, _, done := follow(work)
	store.Close()
	done.Wait()
}
