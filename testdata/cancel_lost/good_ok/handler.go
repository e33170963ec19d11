// Package good gets a context and the function that ends it together, or neither.
package good

import (
	"context"
	"time"
)

// Server answers requests that may bring a timeout along.
type Server struct{ limit time.Duration }

func (s *Server) timed(parent context.Context, timeout time.Duration) (context.Context, context.CancelFunc, bool) {
	if timeout > s.limit {
		return nil, nil, false
	}
	if timeout > 0 {
		ctx, cancel := context.WithTimeout(parent, timeout)
		return ctx, cancel, true
	}
	return parent, func() {}, true
}

// Start runs the task within the timeout.
func (s *Server) Start(parent context.Context, timeout time.Duration, task func(context.Context)) {
	ctx, cancel, ok := s.timed(parent, timeout)
	if !ok {
		return
	}
	defer cancel()
	task(ctx)
}
