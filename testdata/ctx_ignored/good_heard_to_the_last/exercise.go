package heardtothelast

import "context"

func Exercise() {
	t := &table{[][]int{{1, 2}, {3}}}
	t.read(context.Background())
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	t.read(ctx)
}
