package fanout

import (
	"context"
	"errors"

	"golintsched.test/cases/prove"
)

func Exercise() {
	var seen context.Context
	runAll(context.Background(), []worker{func(ctx context.Context) error { seen = ctx; return errors.New("no") }})
	if seen.Err() == nil {
		prove.Count("contexts not cancelled", 1)
	}
}
