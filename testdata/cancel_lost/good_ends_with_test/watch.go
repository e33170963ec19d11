// Package watch is for tests that watch something.
package watch

import (
	"context"
	"testing"
)

// Watch gives a context that ends with the test; the test may end it before.
func Watch(tb testing.TB, parent context.Context) (context.Context, context.CancelFunc) {
	tb.Helper()
	ctx, cancel := context.WithCancel(parent)
	tb.Cleanup(cancel)
	return ctx, cancel
}

// Ask does not end it before.
func Ask(tb testing.TB, parent context.Context, ask func(context.Context) error) error {
	ctx, _ := Watch(tb, parent)
	return ask(ctx)
}
