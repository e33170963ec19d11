package good

import "context"

// Exercise plays it.
func Exercise() {
	Later(func() {})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	Watch(ctx, func() {})
}
