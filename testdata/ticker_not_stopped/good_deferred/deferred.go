package deferred

import (
	"context"
	"time"
)

func each(ctx context.Context, do func()) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			do()
		case <-ctx.Done():
			return
		}
	}
}

func literal(ctx context.Context, do func()) {
	ticker := time.NewTicker(time.Second)
	defer func() {
		do()
		ticker.Stop()
	}()
	<-ctx.Done()
}
