package returned

import (
	"context"
	"time"
)

type dialer struct{ limit time.Duration }

func (d dialer) context(parent context.Context) (context.Context, context.CancelFunc) {
	if d.limit <= 0 {
		return parent, func() {}
	}
	ctx, cancel := context.WithTimeout(parent, d.limit)
	return ctx, cancel
}

func (d dialer) named(parent context.Context) (ctx context.Context, cancel context.CancelFunc) {
	ctx, cancel = context.WithCancel(parent)
	return
}

func (d dialer) Dial(parent context.Context, dial func(context.Context) error) error {
	ctx, cancel := d.context(parent)
	defer cancel()
	inner, stop := d.named(ctx)
	defer stop()
	return dial(inner)
}
