package wrapper

import (
	"context"
	"errors"

	"golintsched.test/cases/prove"
)

func Exercise() {
	var seen context.Context
	s := &store{rows: func(ctx context.Context) (int, error) { seen = ctx; return 0, errors.New("closed") }}
	_, _ = s.Count(context.Background())
	if seen.Err() == nil {
		prove.Count("contexts not cancelled", 1)
	}
}
