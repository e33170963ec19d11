package valuesnotclose

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	g := &gate{stop: make(chan struct{}), in: make(chan int)}
	go g.run(ctx, func(int) {})
	g.pause()
	cancel()
}
