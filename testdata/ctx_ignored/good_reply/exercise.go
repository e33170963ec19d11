package serve

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	result := make(chan error, 1)
	Run(ctx, func(context.Context) error { return nil }, result)
	cancel()
}
