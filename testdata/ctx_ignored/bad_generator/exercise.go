package generator

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	first(ctx, []int{1, 2, 3})
	cancel()
}
