package function

import (
	"context"

	"golintsched.test/cases/prove"
)

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	var pings []context.Context
	b := &beater{ping: func(ctx context.Context) bool { pings = append(pings, ctx); cancel(); return false }}
	b.run(ctx)
	for _, ping := range pings {
		if ping.Err() == nil {
			prove.Count("kept", 1)
		}
	}
	prove.Count("kept", 0)
}
