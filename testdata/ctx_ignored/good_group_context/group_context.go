package groupcontext

import (
	"context"

	"golang.org/x/sync/errgroup"
)

func copyAll(ctx context.Context, names []string, put func(context.Context, string) error) error {
	group, groupCtx := errgroup.WithContext(ctx)
	queue := make(chan string)
	group.Go(func() error {
		defer close(queue)
		for _, name := range names {
			select {
			case queue <- name:
			case <-groupCtx.Done():
				return groupCtx.Err()
			}
		}
		return nil
	})
	group.Go(func() error {
		for name := range queue {
			if err := put(groupCtx, name); err != nil {
				return err
			}
		}
		return nil
	})
	return group.Wait()
}
