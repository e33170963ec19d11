package goroutine

import (
	"sync/atomic"

	"golintsched.test/cases/prove"
)

func Exercise() {
	var open atomic.Int64
	jobs, stop, ended := make(chan func()), make(chan struct{}), make(chan struct{})
	go func() {
		dispatch(jobs, stop, func() func() { open.Add(1); return func() { open.Add(-1) } })
		close(ended)
	}()
	jobs <- func() {}
	jobs <- func() {}
	close(stop)
	<-ended
	prove.Count("kept", int(open.Load()))
}
