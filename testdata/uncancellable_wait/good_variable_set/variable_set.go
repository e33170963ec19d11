package variableset

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	Use(ctx)
	wait()
}

var root = context.Background()

// Use lets all end with ctx.
func Use(ctx context.Context) {
	root = ctx
}

func wait() {
	<-root.Done()
}
