package cancel

import (
	"context"
	"runtime"

	"golintsched.test/cases/prove"
)

func Exercise() {
	var pings []context.Context
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		heartbeat(context.Background(), func(ctx context.Context) { pings = append(pings, ctx) }, func() {
			if len(pings) < 5 {
				return
			}
			for _, ctx := range pings {
				if ctx.Err() == nil {
					prove.Count("contexts kept", 1)
				}
			}
			runtime.Goexit()
		})
	}()
	<-ended
}
