package good

import (
	"context"
	"time"

	"golintsched.test/cases/prove"
)

// Exercise opens a tunnel, although the first wish may find nobody who listens.
func Exercise() {
	v := &Visitor{wanted: make(chan struct{}), opened: make(chan string, 1)}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	go func() {
		time.Sleep(5 * time.Millisecond)
		v.work(ctx)
	}()
	if _, err := v.Open(ctx); err != nil {
		prove.Count("wishes that got lost", 1)
	}
	prove.Count("wishes that got lost", 0)
}
