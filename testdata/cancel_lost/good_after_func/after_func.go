package afterfunc

import (
	"context"
	"testing"
	"time"
)

// With returns a context that ends after a while.
func With(parent context.Context, d time.Duration) context.Context {
	ctx, cancel := context.WithCancel(parent)
	time.AfterFunc(d, cancel)
	return ctx
}

func forTest(t *testing.T) context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	return ctx
}

func ofTest(t *testing.T) context.Context {
	ctx, _ := context.WithTimeout(t.Context(), time.Minute)
	return ctx
}

func registered(t *testing.T) context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(func() {
		t.Log("stopping")
		cancel()
	})
	return ctx
}
