package loop

import (
	"context"
	"errors"
	"time"
)

func Poll(parent context.Context, ask func(context.Context) error) error {
	for {
		ctx, cancel := context.WithTimeout(parent, time.Second)
		err := ask(ctx)
		cancel()
		switch {
		case err == nil:
			return nil
		case errors.Is(err, context.DeadlineExceeded):
			continue
		default:
			return err
		}
	}
}

func each(parent context.Context, names []string, ask func(context.Context, string) error) error {
	for _, name := range names {
		err := func() error {
			ctx, cancel := context.WithTimeout(parent, time.Second)
			defer cancel()
			return ask(ctx, name)
		}()
		if err != nil {
			return err
		}
	}
	return nil
}
