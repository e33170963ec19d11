package flag

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	b := &beat{ctx: ctx}
	b.start(func() {})
	b.stopped.Store(true)
}
