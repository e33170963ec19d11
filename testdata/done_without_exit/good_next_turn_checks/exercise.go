package nextturnchecks

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	go run(ctx, nil, func(int) {})
	go runs(ctx, nil, func(int) {})
	cancel()
}
