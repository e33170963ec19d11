// Package errgroup has the signatures of golang.org/x/sync/errgroup, and its behaviour as far as the cases need it.
package errgroup

import (
	"context"
	"sync"
)

// A Group runs functions and keeps the first error.
type Group struct {
	cancel context.CancelCauseFunc
	wg     sync.WaitGroup
	slots  chan struct{}
	once   sync.Once
	err    error
}

// WithContext returns a group and a context that is cancelled by the first error, or when Wait returns.
func WithContext(ctx context.Context) (*Group, context.Context) {
	ctx, cancel := context.WithCancelCause(ctx)
	return &Group{cancel: cancel}, ctx
}

// Wait waits for all functions and returns the first error.
func (g *Group) Wait() error {
	g.wg.Wait()
	if g.cancel != nil {
		g.cancel(g.err)
	}
	return g.err
}

// Go runs f in a goroutine, once there is a free slot.
func (g *Group) Go(f func() error) {
	if g.slots != nil {
		g.slots <- struct{}{}
	}
	g.start(f)
}

// TryGo runs f in a goroutine if there is a free slot and tells whether there was.
func (g *Group) TryGo(f func() error) bool {
	if g.slots != nil {
		select {
		case g.slots <- struct{}{}:
		default:
			return false
		}
	}
	g.start(f)
	return true
}

// SetLimit sets the number of slots; a negative n means no limit.
func (g *Group) SetLimit(n int) {
	g.slots = nil
	if n >= 0 {
		g.slots = make(chan struct{}, n)
	}
}

func (g *Group) start(f func() error) {
	slots := g.slots
	g.wg.Go(func() {
		if slots != nil {
			defer func() { <-slots }()
		}
		if err := f(); err != nil {
			g.once.Do(func() {
				g.err = err
				if g.cancel != nil {
					g.cancel(err)
				}
			})
		}
	})
}
