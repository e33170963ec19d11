package watch

import (
	"context"

	"golintsched.test/cases/prove"
)

func Exercise() {
	started := make(chan context.Context)
	go func() {
		Once(func(ctx context.Context, _ <-chan struct{}) {
			started <- ctx
			<-ctx.Done()
		})
	}()
	if ctx := <-started; ctx.Err() == nil {
		prove.Count("contexts not cancelled", 1)
	}
}
