package good

import (
	"context"
	"errors"
)

// Walk cancels the producer on every way out.
func Walk(ctx context.Context, all []string) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	lines := make(chan string)
	go func() {
		defer close(lines)
		for _, line := range all {
			select {
			case lines <- line:
			case <-ctx.Done():
				return
			}
		}
	}()
	for line := range lines {
		if line == "" {
			return errors.New("empty")
		}
	}
	return nil
}
