package hook

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	h := newHandler(ctx)
	go h.run()
	select {
	case h.changes <- 1:
	case <-ctx.Done():
	}
	cancel()
}
