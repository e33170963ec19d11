package queue

import (
	"testing"
	"time"
)

// A timer that the test does not wait for is gone once it fires.
func TestRemoved(t *testing.T) {
	removed := make(chan bool, 1)
	removed <- true
	timeout := time.NewTimer(300 * time.Millisecond)
	select {
	case ok := <-removed:
		if !ok {
			t.Error("not removed")
		}
	case <-timeout.C:
		t.Error("nothing came")
	}
}
