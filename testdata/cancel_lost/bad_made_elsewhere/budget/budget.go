// Package budget gives work a limit.
package budget

import (
	"context"
	"time"
)

// New returns a context that ends after the usual time.
func New(parent context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(parent, time.Hour)
}

// Release gives the budget back before its end.
func Release(cancel context.CancelFunc) {
	if cancel != nil {
		cancel()
	}
}
