package panics

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	go run(ctx, nil, func(int) {})
	go exits(ctx, nil, func(int) {})
	cancel()
}
