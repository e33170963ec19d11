package emptyinrange

import (
	"context"
	"time"
)

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	go flushEvery(ctx, time.NewTicker(time.Millisecond), func() {})
	cancel()
}
