package returnedeither

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	<-orBackground(ctx).Done()
	select {
	case <-orBackground(nil).Done():
	default:
	}
}

func orBackground(ctx context.Context) context.Context {
	if ctx == nil {
		return context.Background()
	}
	return ctx
}
