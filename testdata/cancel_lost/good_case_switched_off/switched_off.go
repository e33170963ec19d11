package off

import (
	"context"
	"time"
)

type Child struct {
	kill   func(ctx context.Context, signal string)
	exited chan int
}

// Wait waits for the child; when ctx ends, it asks the child to stop, once, and kills it ten seconds later.
func (c *Child) Wait(ctx context.Context) int {
	var cancel context.CancelFunc
	var late <-chan struct{}
	stop := ctx.Done()
	for {
		select {
		case <-stop:
			stop = nil // once is enough
			var grace context.Context
			grace, cancel = context.WithTimeout(context.Background(), 10*time.Second)
			late = grace.Done()
			c.kill(grace, "TERM")
		case <-late:
			cancel()
			c.kill(context.Background(), "KILL")
			late = nil
		case code := <-c.exited:
			if cancel != nil {
				cancel()
			}
			return code
		}
	}
}
