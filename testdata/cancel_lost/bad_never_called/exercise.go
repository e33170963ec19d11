package watch

import (
	"context"

	"golintsched.test/cases/prove"
)

func Exercise() {
	var seen context.Context
	First(context.Background(), func(ctx context.Context, events chan<- event) {
		seen = ctx
		events <- event{"created"}
	})
	if seen.Err() == nil {
		prove.Count("contexts not cancelled", 1)
	}
}
