package wrapper

import (
	"context"
	"time"
)

type store struct {
	limit time.Duration
	rows  func(ctx context.Context) (int, error)
}

func (s *store) bounded(ctx context.Context) (context.Context, context.CancelFunc) {
	if s.limit > 0 {
		return context.WithTimeout(ctx, s.limit)
	}
	return context.WithCancel(ctx)
}

func (s *store) Count(ctx context.Context) (int, error) {
	ctx, cancel := s.bounded(ctx) // want "Count can return without calling `cancel`"
	n, err := s.rows(ctx)
	if err != nil {
		return 0, err
	}
	cancel()
	return n, nil
}
