package stored

import (
	"context"

	"golintsched.test/cases/prove"
)

func Exercise() {
	p := &pool{tasks: map[string]*task{}}
	seen := []context.Context{p.start(context.Background(), "a").ctx, p.extra(context.Background())}
	seen = append(seen, p.replace(context.Background()))
	p.tasks["a"].cancel()
	p.stops[0]()
	p.last()
	seen = append(seen, p.again(context.Background()))
	p.last()
	prove.Count("contexts not cancelled", 0)
	for _, ctx := range seen {
		if ctx.Err() == nil {
			prove.Count("contexts not cancelled", 1)
		}
	}
}
