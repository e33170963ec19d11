package good

import "context"

// Exercise plays it.
func Exercise() {
	Run(func(ctx context.Context) context.Context {
		ctx, cancel := context.WithCancel(ctx)
		cancel()
		return ctx
	}, func() {})
}
