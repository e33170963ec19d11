package groupgo

import (
	"sync/atomic"
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	for range 20 {
		var finished atomic.Int64
		const want = 2
		part := func() { time.Sleep(time.Millisecond); finished.Add(1) }
		run([]func(){part, part})
		prove.Count("not waited for", want-int(finished.Load()))
		for int(finished.Load()) < want {
			time.Sleep(time.Millisecond)
		}
	}
}
