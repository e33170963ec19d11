package waiterfirst

import (
	"sync/atomic"
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	for range 20 {
		var finished atomic.Int64
		s := &stage{}
		s.start(func() { time.Sleep(time.Millisecond) }, func() { finished.Add(1) })
		<-s.over
		prove.Count("not waited for", 1-int(finished.Load()))
		for finished.Load() < 1 {
			time.Sleep(time.Millisecond)
		}
	}
}
