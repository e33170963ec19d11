package flagunderlock

import (
	"sync/atomic"

	"golintsched.test/cases/prove"
)

func Exercise() {
	for range 50 {
		var working atomic.Int64
		var s server
		s.serve(func() { working.Add(1); working.Add(-1) })
		s.close()
		prove.Count("not waited for", int(working.Load()))
	}
}
