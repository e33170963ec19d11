package bad

import "context"

// Detach runs the cleanup after the request, as it means to.
func Detach(ctx context.Context, cleanup func()) {
	free := context.WithoutCancel(ctx)
	go func() {
		select { // want "free is `context.WithoutCancel\\(…\\)`"
		case <-free.Done():
			cleanup()
		}
	}()
}
