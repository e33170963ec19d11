package deferred

import (
	"context"
	"time"
)

func Load(ctx context.Context, get func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	if err := get(ctx); err != nil {
		return err
	}
	return get(ctx)
}
