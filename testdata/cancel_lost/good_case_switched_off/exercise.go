package off

import (
	"context"

	"golintsched.test/cases/prove"
)

func Exercise() {
	var seen []context.Context
	ctx, cancel := context.WithCancel(context.Background())
	child := &Child{exited: make(chan int, 1)}
	child.kill = func(ctx context.Context, _ string) {
		seen = append(seen, ctx)
		child.exited <- 1
	}
	cancel()
	child.Wait(ctx)
	prove.Count("contexts not cancelled", 0)
	for _, ctx := range seen {
		if ctx.Err() == nil {
			prove.Count("contexts not cancelled", 1)
		}
	}
}
