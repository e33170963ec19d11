package service

import (
	"context"
	"time"
)

type checker struct {
	every time.Duration
	alive func(context.Context)
}

func (c *checker) run(ctx context.Context) {
	timer := time.NewTimer(c.every)
	defer timer.Stop()
	for {
		select {
		case <-timer.C:
			probe, cancel := context.WithTimeout(ctx, time.Hour)
			defer cancel() // want "`cancel\(\)` runs only once the loop that defers it is told to stop"
			c.alive(probe)
			timer.Reset(c.every)
		case <-ctx.Done():
			return
		}
	}
}
