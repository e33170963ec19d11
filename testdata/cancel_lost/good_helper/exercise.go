package helper

import (
	"context"
	"errors"

	"golintsched.test/cases/prove"
)

func Exercise() {
	var seen []context.Context
	step := func(ctx context.Context) error { seen = append(seen, ctx); return errors.New("no") }
	c := &closer{}
	_ = c.Run(context.Background(), step)
	_ = c.Twice(context.Background(), step)
	prove.Count("contexts not cancelled", 0)
	for _, ctx := range seen {
		if ctx.Err() == nil {
			prove.Count("contexts not cancelled", 1)
		}
	}
}
