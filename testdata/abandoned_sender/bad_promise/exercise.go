package bad

import (
	"context"
	"time"
)

// Exercise asks several times, and does not wait for the answers.
func Exercise() {
	slow := func() string { time.Sleep(20 * time.Millisecond); return "idle" }
	c := &Client{state: slow, stopped: make(chan struct{})}
	close(c.stopped)
	select {
	case <-Go(func() error { slow(); return nil }):
	case <-time.After(time.Millisecond):
	}
	_ = c.Wait(context.Background()) // not cancelled: with both cases ready, select takes either
	stop := make(chan struct{})
	if _, err := c.Watch(stop); err == nil {
		close(stop)
	}
	r := &Restarts{pause: time.Minute, stopped: make(chan struct{})}
	if again, _, err := r.Next(true); err == nil && again {
		close(r.stopped)
	}
}
