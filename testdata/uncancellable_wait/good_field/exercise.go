package good

import "context"

// Exercise plays it.
func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	New(Under(ctx)).Wait()
}
