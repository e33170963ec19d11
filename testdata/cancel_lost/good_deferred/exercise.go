package deferred

import (
	"context"

	"golintsched.test/cases/prove"
)

func Exercise() {
	var seen context.Context
	_ = Load(context.Background(), func(ctx context.Context) error { seen = ctx; return nil })
	prove.Count("contexts not cancelled", 0)
	if seen.Err() == nil {
		prove.Count("contexts not cancelled", 1)
	}
}
