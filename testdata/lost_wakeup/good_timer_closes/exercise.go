package good

import (
	"context"
	"time"

	"golintsched.test/cases/prove"
)

// Exercise recycles a turn before anybody waits, and waits then.
func Exercise() {
	l := &Limiter{recycled: make(chan struct{})}
	l.Recycle()
	if l.Wait(context.Background(), time.Millisecond) != nil {
		prove.Count("turns that did not come", 1)
	}
	prove.Count("turns that did not come", 0)
}
