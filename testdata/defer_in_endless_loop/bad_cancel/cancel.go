package cancel

import (
	"context"
	"time"
)

func heartbeat(parent context.Context, ping func(context.Context), pause func()) {
	for {
		ctx, cancel := context.WithTimeout(parent, time.Hour)
		defer cancel() // want "`cancel\(\)` never runs"
		ping(ctx)
		pause()
	}
}
