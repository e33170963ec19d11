package fake

import (
	"sync"
	"testing"
)

// Clock is a clock for tests.
type Clock struct {
	tb  testing.TB
	mu  sync.Mutex
	now int64
}

func NewClock(tb testing.TB) *Clock { return &Clock{tb: tb} }

func (c *Clock) Advance(d int64) {
	c.tb.Helper()
	c.mu.Lock()
	if d < 0 {
		c.tb.Fatalf("clock runs backwards: %d", d)
	}
	if c.now+d < c.now {
		c.tb.FailNow()
	}
	c.now += d
	c.mu.Unlock()
}
