package nottothelast

import "context"

func Exercise() {
	t := &table{[][]int{{1, 2, 3}, {4}}}
	ctx, cancel := context.WithCancel(context.Background())
	t.first(ctx)
	cancel()
	t.size(ctx)
}
