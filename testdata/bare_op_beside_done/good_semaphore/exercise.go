package good

import "context"

// Exercise plays it.
func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	g := newGate()
	go g.guard(ctx)
	g.Do(func() {})
	cancel()
}
