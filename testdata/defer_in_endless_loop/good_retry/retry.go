package retry

import (
	"context"
	"time"
)

// It ends with the first success, and with the context at the latest.
func retry(ctx context.Context, try func(context.Context) error) error {
	for {
		attempt, cancel := context.WithTimeout(ctx, time.Hour)
		defer cancel()
		if err := try(attempt); err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Millisecond):
		}
	}
}
