package retry

import (
	"context"
	"errors"

	"golintsched.test/cases/prove"
)

func Exercise() {
	var seen []context.Context
	_ = Until(context.Background(), func(ctx context.Context) error {
		seen = append(seen, ctx)
		return errors.New("not yet")
	})
	for _, ctx := range seen {
		if ctx.Err() == nil {
			prove.Count("contexts not cancelled", 1)
		}
	}
}
