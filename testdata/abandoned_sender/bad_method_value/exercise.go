package bad

import (
	"context"
	"time"
)

// Exercise plays it.
func Exercise() {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer cancel()
	_, _ = Run(ctx, "slow", func(name string) string {
		time.Sleep(30 * time.Millisecond)
		return name
	})
	time.Sleep(50 * time.Millisecond)
}
