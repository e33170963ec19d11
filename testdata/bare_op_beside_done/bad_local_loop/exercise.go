package localloop

import (
	"context"
	"time"
)

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	Mirror(ctx, 3, func(int) { cancel() })
	time.Sleep(20 * time.Millisecond)
}
