package good

import "context"

// Exercise plays it.
func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_ = Run(ctx, func() error { return nil })
	Article()
	First([]string{"a", "b"})
}
