package good

import (
	"context"
	"time"
)

// Run waits for the limit, if there is one.
func Run(limit time.Duration, wait bool) {
	ctx := context.Background()
	if limit > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, limit)
		defer cancel()
	}
	if wait && limit > 0 {
		<-ctx.Done()
	}
}
