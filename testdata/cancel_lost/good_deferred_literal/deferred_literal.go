package literal

import (
	"context"
	"errors"
	"time"
)

func Wait(parent context.Context, limit time.Duration, wait func(context.Context) error) (err error) {
	ctx := parent
	var cancel context.CancelFunc
	if limit > 0 {
		ctx, cancel = context.WithTimeout(ctx, limit)
	}
	defer func() {
		if cancel != nil {
			cancel()
		}
	}()
	if wait == nil {
		return errors.New("nothing to wait for")
	}
	return wait(ctx)
}
