package refresh

import (
	"context"

	"golintsched.test/cases/prove"
)

var seen context.Context

func load(ctx context.Context, keys []string) (int, error) {
	seen = ctx
	return len(keys), ctx.Err()
}

func Exercise() {
	_, _ = Rates(context.Background(), nil)
	if seen.Err() == nil {
		prove.Count("contexts not cancelled", 1)
	}
}
