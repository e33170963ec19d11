package blank

import (
	"context"
	"time"
)

type Client struct {
	timeout time.Duration
	send    func(ctx context.Context, line string) error
}

func (c *Client) Ping(ctx context.Context) error {
	ctx, _ = context.WithTimeout(ctx, c.timeout) // want "the function that ends what `context.WithTimeout` starts is thrown away"
	return c.send(ctx, "PING")
}
