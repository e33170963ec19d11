package labelledinner

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	go drain(ctx, nil, func(string) {})
	cancel()
}
