package timerfired

import (
	"context"
	"time"
)

func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		timer.Stop()
		return ctx.Err()
	}
}

func sleep(d time.Duration) {
	timer := time.NewTimer(d)
	<-timer.C
}
