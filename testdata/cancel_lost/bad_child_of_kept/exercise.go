package session

import (
	"context"
	"errors"

	"golintsched.test/cases/prove"
)

func Exercise() {
	var seen context.Context
	s := Open(func(ctx context.Context, _ string) (string, error) { seen = ctx; return "", errors.New("no") })
	_, _ = s.Ask("why")
	if seen.Err() == nil {
		prove.Count("contexts not cancelled", 1)
	}
	s.Close()
}
