// Package watch is for tests that watch something.
package watch

import (
	"context"
	"testing"
)

// Watch gives a context that the test has to end.
func Watch(tb testing.TB, parent context.Context) (context.Context, context.CancelFunc) {
	tb.Helper()
	ctx, cancel := context.WithCancel(parent)
	tb.Cleanup(func() { tb.Log("watched") })
	return ctx, cancel
}

// Ask does not end it.
func Ask(tb testing.TB, parent context.Context, ask func(context.Context) error) error {
	ctx, _ := Watch(tb, parent) // want "thrown away"
	return ask(ctx)
}
