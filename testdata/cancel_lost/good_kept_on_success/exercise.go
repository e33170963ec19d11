package device

import (
	"context"
	"errors"

	"golintsched.test/cases/prove"
)

func Exercise() {
	var seen []context.Context
	open := func(ctx context.Context, kind string) (any, error) {
		seen = append(seen, ctx)
		if kind == "" {
			return nil, errors.New("no kind")
		}
		return kind, nil
	}
	ctx, cancel := context.WithCancel(context.Background())
	r := &Registry{devices: map[string]any{}}
	_ = r.Add(ctx, "a", "meter", open)
	_ = r.Add(context.Background(), "a", "meter", open)
	_ = r.Add(context.Background(), "b", "", open)
	if s, _, err := Follow(context.Background(), "meter", open); err == nil {
		s.Close()
	}
	_, _, _ = Follow(context.Background(), "", open)
	cancel()
	prove.Count("contexts not cancelled", 0)
	for _, ctx := range seen {
		if ctx.Err() == nil {
			prove.Count("contexts not cancelled", 1)
		}
	}
}
