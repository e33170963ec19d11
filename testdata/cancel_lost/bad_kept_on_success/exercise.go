package devicekept

import (
	"context"

	"golintsched.test/cases/prove"
)

func Exercise() {
	var seen []context.Context
	open := func(ctx context.Context, kind string) (any, error) {
		seen = append(seen, ctx)
		return kind, nil
	}
	r := &Registry{devices: map[string]any{}}
	_ = r.Add(context.Background(), "a", "meter", open)
	_ = r.Add(context.Background(), "a", "meter", open)
	for _, ctx := range seen[1:] {
		if ctx.Err() == nil {
			prove.Count("contexts not cancelled", 1)
		}
	}
}
