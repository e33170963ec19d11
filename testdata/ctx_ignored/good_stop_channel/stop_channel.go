package stopchannel

import (
	"context"
	"time"
)

type cache struct {
	ctx      context.Context
	quit     chan struct{}
	requests chan string
}

func (c *cache) run() {
	ticker := time.NewTicker(time.Hour)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
		case <-c.requests:
		case <-c.quit:
			return
		}
	}
}

func open(ctx context.Context) *cache {
	c := &cache{ctx: ctx, quit: make(chan struct{}), requests: make(chan string)}
	go c.run()
	return c
}

func (c *cache) Close() { close(c.quit) }
