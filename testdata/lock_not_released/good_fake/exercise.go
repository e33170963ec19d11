package fake

import (
	"runtime"
	"testing"
)

// failing ends the goroutine where a test would fail.
type failing struct{ testing.TB }

func (failing) Helper()               {}
func (failing) Fatalf(string, ...any) { runtime.Goexit() }
func (failing) FailNow()              { runtime.Goexit() }

// Exercise lets a clock go on, and two others fail.
func Exercise() {
	c := NewClock(failing{})
	c.Advance(1)
	c.Advance(2)
	go NewClock(failing{}).Advance(-1)
	go func() {
		late := NewClock(failing{})
		late.Advance(1)
		late.Advance(1<<63 - 1)
	}()
}
