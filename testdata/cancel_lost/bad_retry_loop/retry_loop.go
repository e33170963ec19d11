package retry

import (
	"context"
	"time"
)

// Until tries until try succeeds, and gives each attempt a second.
func Until(parent context.Context, try func(context.Context) error) error {
	var err error
	var cancel context.CancelFunc
	for range 3 {
		var ctx context.Context
		ctx, cancel = context.WithTimeout(parent, time.Second) // want "`cancel` is replaced by another before it is called"
		if err = try(ctx); err == nil {
			break
		}
	}
	cancel()
	return err
}
