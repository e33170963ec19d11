package processends

import (
	"context"

	"golintsched.test/cases/prove"
)

func Exercise() {
	var seen context.Context
	runner{func(ctx context.Context) error { seen = ctx; return nil }}.must(context.Background())
	prove.Count("contexts not cancelled", 0)
	if seen.Err() == nil {
		prove.Count("contexts not cancelled", 1)
	}
}
