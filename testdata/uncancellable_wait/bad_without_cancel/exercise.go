package bad

import "context"

// Exercise plays it.
func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	Detach(ctx, func() {})
	cancel()
}
