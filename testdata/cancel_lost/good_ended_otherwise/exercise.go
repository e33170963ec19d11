package watch

import "context"

func Exercise() {
	Once(func(ctx context.Context, closed <-chan struct{}) {
		select {
		case <-ctx.Done():
		case <-closed:
		}
	})
}
