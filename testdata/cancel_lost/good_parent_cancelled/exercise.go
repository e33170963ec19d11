package parent

import (
	"context"
	"errors"

	"golintsched.test/cases/prove"
)

func Exercise() {
	var seen []context.Context
	keep := func(ctx context.Context) error { seen = append(seen, ctx); return nil }
	fail := func(ctx context.Context) error { seen = append(seen, ctx); return errors.New("no") }
	_ = Pipeline(context.Background(), keep, fail)
	prove.Count("contexts not cancelled", 0)
	for _, ctx := range seen {
		if ctx.Err() == nil {
			prove.Count("contexts not cancelled", 1)
		}
	}
}
