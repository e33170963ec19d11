package wait

import (
	"context"
	"time"
)

// Ready waits until check succeeds.
func Ready(ctx context.Context, check func() bool) error {
	ticker := time.NewTicker(time.Second) // want "Ready can return without stopping `ticker`"
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-ticker.C:
			if check() {
				ticker.Stop()
				return nil
			}
		}
	}
}
