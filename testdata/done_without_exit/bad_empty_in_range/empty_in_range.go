package emptyinrange

import (
	"context"
	"time"
)

func flushEvery(ctx context.Context, ticker *time.Ticker, flush func()) {
	for range ticker.C {
		select {
		case <-ctx.Done(): // want "does not leave its loop"
		default:
			flush()
		}
	}
}
