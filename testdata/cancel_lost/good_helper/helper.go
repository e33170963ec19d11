package helper

import (
	"context"
	"fmt"
)

type closer struct{ log []string }

func (c *closer) finish(cancel context.CancelFunc, name string) {
	c.log = append(c.log, name)
	cancel()
}

func (c *closer) Run(parent context.Context, step func(context.Context) error) error {
	ctx, cancel := context.WithCancel(parent)
	end := func() { c.finish(cancel, "run") }
	if err := step(ctx); err != nil {
		end()
		return fmt.Errorf("run: %w", err)
	}
	end()
	return nil
}

func (c *closer) Twice(parent context.Context, step func(context.Context) error) error {
	ctx, cancel := context.WithCancel(parent)
	stop := cancel
	defer stop()
	return step(ctx)
}
