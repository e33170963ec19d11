package errchecked

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	sweep(ctx, func() {})
	cancel()
}
