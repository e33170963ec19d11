package breakinselect

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	go consume(ctx, nil)
	cancel()
}
