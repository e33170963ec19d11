package contextofeachturn

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	go run(ctx, func(context.Context) {})
	go renew(ctx, func(ctx context.Context) (context.Context, error) { return ctx, ctx.Err() })
	cancel()
}
