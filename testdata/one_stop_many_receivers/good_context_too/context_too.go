package contexttoo

import "context"

func watch(ctx context.Context, wake <-chan struct{}, woken func()) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-wake:
			woken()
			return
		}
	}
}

func start(parent context.Context, n int, woken func()) context.CancelFunc {
	ctx, cancel := context.WithCancel(parent)
	wake := make(chan struct{}, 1)
	for range n {
		go watch(ctx, wake, woken)
	}
	wake <- struct{}{}
	return cancel
}
