package parent

import (
	"context"
	"time"
)

type stage func(ctx context.Context) error

func Pipeline(ctx context.Context, first, second stage) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	bounded, _ := context.WithTimeout(ctx, time.Minute)
	if err := first(bounded); err != nil {
		return err
	}
	valued := context.WithValue(ctx, key{}, "second")
	child, stop := context.WithCancel(valued)
	if err := second(child); err != nil {
		return err
	}
	stop()
	return nil
}

type key struct{}
