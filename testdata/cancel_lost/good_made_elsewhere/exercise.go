package ask

import (
	"context"
	"errors"

	"golintsched.test/cases/prove"
)

func Exercise() {
	var seen context.Context
	_ = Ask(context.Background(), nil, func(ctx context.Context, _ string) error { seen = ctx; return errors.New("no") })
	left := 0
	if seen.Err() == nil {
		left = 1
	}
	prove.Count("contexts not cancelled", left)
}
