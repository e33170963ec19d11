// Package cond has a condition whose waits can be called off.
package cond

import (
	"context"
	"sync"
)

type cond struct {
	lock sync.Locker

	mu      sync.Mutex
	waiters map[chan struct{}]struct{}
}

func newCond(lock sync.Locker) *cond {
	return &cond{lock: lock, waiters: map[chan struct{}]struct{}{}}
}

// wait lets go of the lock while it waits.
func (c *cond) wait(ctx context.Context) error {
	c.mu.Lock()
	mine := make(chan struct{})
	c.waiters[mine] = struct{}{}
	c.mu.Unlock()

	c.lock.Unlock()
	defer c.lock.Lock()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-mine:
		return nil
	}
}

// waitTogether starts waiters that take the lock themselves, although it is held.
func waitTogether(ctx context.Context, c *cond, count int) []error {
	var group sync.WaitGroup
	errs := make(chan error, count)
	for range count {
		group.Add(1)
		c.lock.Lock() // want "waitTogether locks c.lock again while it holds it" // blocks here
		go func() {
			defer group.Done()
			c.lock.Lock() // blocks here
			errs <- c.wait(ctx)
			c.lock.Unlock()
		}()
	}
	c.lock.Unlock()
	group.Wait()
	close(errs)
	var found []error
	for err := range errs {
		found = append(found, err)
	}
	return found
}
