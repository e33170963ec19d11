// Package good gives tokens back to whoever waits; who waits goes on after a while anyway.
package good

import (
	"context"
	"time"
)

// Limiter lets callers wait for their turn.
type Limiter struct{ recycled chan struct{} }

// Wait returns when the time is over, or when somebody else did not need a turn.
func (l *Limiter) Wait(ctx context.Context, delay time.Duration) error {
	expired := make(chan struct{})
	timer := time.AfterFunc(delay, func() {
		close(expired)
	})
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-expired:
		return nil
	case <-l.recycled:
		return nil
	}
}

// Recycle lets somebody who waits go on; where nobody does, the turn is lost, as it would be without it.
func (l *Limiter) Recycle() {
	select {
	case l.recycled <- struct{}{}:
	default:
	}
}
