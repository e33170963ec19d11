package good

import "context"

func await(ctx context.Context, stop func()) {
	<-ctx.Done()
	stop()
}

// Watch calls stop once the context is over.
func Watch(ctx context.Context, stop func()) { await(ctx, stop) }

// Later has none of its own yet.
func Later(stop func()) {
	ctx, cancel := context.WithCancel(context.TODO())
	cancel()
	await(ctx, stop)
}
