package good

import "context"

// Run starts the work under a context that the setup may replace.
func Run(setup func(context.Context) context.Context, work func()) {
	ctx := context.Background()
	prepare := func() { ctx = setup(ctx) }
	prepare()
	go work()
	<-ctx.Done()
}
