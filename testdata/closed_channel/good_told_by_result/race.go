package toldbyresult

import (
	"context"
	"errors"
)

type way int

const (
	direct way = iota
	detour
)

type result struct {
	by  way
	err error
}

// race tries the direct way, and the detour once that has failed.
func race(ctx context.Context, try func(context.Context, way) error) error {
	results := make(chan result, 2)
	failed := make(chan struct{})
	go func() { results <- result{direct, try(ctx, direct)} }()
	go func() {
		select {
		case <-ctx.Done():
			results <- result{detour, ctx.Err()}
		case <-failed:
			results <- result{detour, try(ctx, detour)}
		}
	}()
	var errs []error
	for range 2 {
		got := <-results
		if got.err == nil {
			return nil
		}
		errs = append(errs, got.err)
		if got.by == direct {
			close(failed)
		}
	}
	return errors.Join(errs...)
}
