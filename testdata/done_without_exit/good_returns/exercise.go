package returns

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	go run(ctx, nil, func(int) {})
	cancel()
}
