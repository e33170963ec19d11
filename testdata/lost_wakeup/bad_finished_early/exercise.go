package finishedearly

import (
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	returned := make(chan struct{})
	go func() {
		runTwice(func() {}, func() { time.Sleep(20 * time.Millisecond) })
		close(returned)
	}()
	select {
	case <-returned:
	case <-time.After(200 * time.Millisecond):
		prove.Count("waits for work that was done", 1)
	}
}
