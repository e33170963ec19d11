package blank

import (
	"context"
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	var seen context.Context
	c := &Client{timeout: time.Hour, send: func(ctx context.Context, _ string) error { seen = ctx; return nil }}
	_ = c.Ping(context.Background())
	if seen.Err() == nil {
		prove.Count("contexts not cancelled", 1)
	}
}
