package startswaiter

import (
	"sync/atomic"

	"golintsched.test/cases/prove"
)

func Exercise() {
	for range 20 {
		var finished atomic.Int64
		s := newStage()
		for range 3 {
			s.tasks <- func() { finished.Add(1) }
		}
		close(s.tasks)
		<-s.over
		prove.Count("not waited for", 3-int(finished.Load()))
	}
}
