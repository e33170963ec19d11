package drain

import (
	"context"
	"errors"

	"golintsched.test/cases/prove"
)

func Exercise() {
	var seen context.Context
	q := &queue{
		jobs: []job{{name: "a"}, {name: "b"}},
		run:  func(ctx context.Context, _ string) error { seen = ctx; return errors.New("busy") },
	}
	q.drain(context.Background())
	if seen.Err() == nil {
		prove.Count("contexts not cancelled", 1)
	}
}
