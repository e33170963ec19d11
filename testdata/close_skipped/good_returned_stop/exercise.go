package good

import (
	"context"
	"time"
)

// Exercise plays it.
func Exercise() {
	stop := Every(time.Millisecond, func() {})
	time.Sleep(5 * time.Millisecond)
	stop()
	next := Numbers(2)
	for _, ok := next(); ok; _, ok = next() {
	}
	ctx, cancel := context.WithCancel(context.Background())
	wait := All(ctx, []func() error{func() error { return nil }, func() error { return nil }})
	_ = wait()
	cancel()
}
