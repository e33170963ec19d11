package watch

import (
	"context"

	"golintsched.test/cases/prove"
)

func Exercise() {
	Once(func(ctx context.Context, closed <-chan struct{}) {
		select {
		case <-ctx.Done():
		case <-closed:
		}
	})
	prove.Count("contexts not cancelled", 0)
}
