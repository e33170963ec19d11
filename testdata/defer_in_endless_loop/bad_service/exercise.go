package service

import (
	"context"
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	var probes []context.Context
	c := &checker{every: time.Millisecond}
	c.alive = func(probe context.Context) {
		for _, old := range probes {
			if old.Err() == nil {
				prove.Count("contexts kept", 1)
			}
		}
		if probes = append(probes, probe); len(probes) == 5 {
			cancel()
		}
	}
	c.run(ctx)
}
