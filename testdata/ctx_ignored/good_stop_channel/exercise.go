package stopchannel

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	open(ctx).Close()
}
