package samecondition

import (
	"context"
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	var seen context.Context
	c := &call{timeout: time.Hour, do: func(ctx context.Context) error { seen = ctx; return nil }}
	_ = c.Do(context.Background())
	prove.Count("contexts not cancelled", 0)
	if seen.Err() == nil {
		prove.Count("contexts not cancelled", 1)
	}
}
