package retry

import (
	"context"
	"errors"

	"golintsched.test/cases/prove"
)

func Exercise() {
	var attempts []context.Context
	_ = retry(context.Background(), func(ctx context.Context) error {
		if attempts = append(attempts, ctx); len(attempts) < 3 {
			return errors.New("not yet")
		}
		return nil
	})
	for _, ctx := range attempts {
		if ctx.Err() == nil {
			prove.Count("kept", 1)
		}
	}
	prove.Count("kept", 0)
}
