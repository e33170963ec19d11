package serve

import "context"

// Run reports how run has ended on result, which has room for it.
func Run(ctx context.Context, run func(context.Context) error, result chan<- error) {
	go func() {
		result <- run(ctx)
	}()
}
