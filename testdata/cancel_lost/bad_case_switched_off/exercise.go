package off

import (
	"context"

	"golintsched.test/cases/prove"
)

func Exercise() {
	var seen []context.Context
	wake, quit, done := make(chan string), make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		Poll(wake, nil, quit, func(ctx context.Context, _ string) { seen = append(seen, ctx) })
	}()
	wake <- "a"
	wake <- "b"
	close(quit)
	<-done
	for _, ctx := range seen {
		if ctx.Err() == nil {
			prove.Count("contexts not cancelled", 1)
		}
	}
}
