package good

import (
	"context"
	"time"

	"golintsched.test/cases/prove"
)

// Exercise starts with a timeout, without one, and with one that is too long.
func Exercise() {
	var seen []context.Context
	s := &Server{limit: time.Hour}
	parent, cancel := context.WithCancel(context.Background())
	for _, timeout := range []time.Duration{time.Minute, 2 * time.Hour} {
		s.Start(parent, timeout, func(ctx context.Context) { seen = append(seen, ctx) })
	}
	prove.Count("contexts not cancelled", 0)
	for _, ctx := range seen {
		if ctx.Err() == nil {
			prove.Count("contexts not cancelled", 1)
		}
	}
	cancel()
}
