package contextofeachturn

import (
	"context"
	"time"
)

func run(ctx context.Context, work func(context.Context)) {
	for {
		turn, cancel := context.WithTimeout(ctx, time.Millisecond)
		work(turn)
		select {
		case <-turn.Done():
		case <-time.After(time.Hour):
		}
		cancel()
		if ctx.Err() != nil {
			return
		}
	}
}

func renew(ctx context.Context, lock func(context.Context) (context.Context, error)) {
	for {
		held, err := lock(ctx)
		if err != nil {
			return
		}
		select {
		case <-held.Done():
		case <-time.After(time.Hour):
		}
	}
}
