package loop

import (
	"context"
	"errors"

	"golintsched.test/cases/prove"
)

func Exercise() {
	var seen []context.Context
	ask := func(ctx context.Context) error { seen = append(seen, ctx); return errors.New("no") }
	_ = Poll(context.Background(), ask)
	_ = each(context.Background(), []string{"a", "b"}, func(ctx context.Context, _ string) error { return ask(ctx) })
	prove.Count("contexts not cancelled", 0)
	for _, ctx := range seen {
		if ctx.Err() == nil {
			prove.Count("contexts not cancelled", 1)
		}
	}
}
