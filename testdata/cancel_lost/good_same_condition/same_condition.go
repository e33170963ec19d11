package samecondition

import (
	"context"
	"time"
)

type call struct {
	timeout time.Duration
	do      func(ctx context.Context) error
}

func (c *call) Do(ctx context.Context) error {
	var cancel context.CancelFunc
	bounded := c.timeout > 0
	if bounded {
		ctx, cancel = context.WithTimeout(ctx, c.timeout)
	}
	err := c.do(ctx)
	if bounded {
		cancel()
	}
	return err
}
