package goroutinecancels

import "context"

// Merge returns a context that ends with either of the two.
func Merge(a, b context.Context) context.Context {
	ctx, cancel := context.WithCancel(a)
	go func() {
		defer cancel()
		select {
		case <-b.Done():
		case <-ctx.Done():
		}
	}()
	return ctx
}
