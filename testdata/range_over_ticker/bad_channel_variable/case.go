package bad

import (
	"sync/atomic"
	"time"
)

type cache struct {
	sweeps  atomic.Int64
	sweeper *time.Ticker
}

func open() *cache {
	c := &cache{sweeper: time.NewTicker(time.Millisecond)}
	ticks := c.sweeper.C
	go func() {
		for range ticks { // want "never ends: after `c.sweeper.Stop\\(\\)`"
			c.sweeps.Add(1)
		}
	}()
	return c
}

func (c *cache) close() { c.sweeper.Stop() }
