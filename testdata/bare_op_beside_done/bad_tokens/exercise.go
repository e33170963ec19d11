package tokens

import (
	"context"
	"time"
)

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	b := newBrake(ctx, 1, time.Millisecond)
	<-b.ended
	for range 3 {
		go b.Pass()
	}
}
