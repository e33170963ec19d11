package entered

import (
	"sync/atomic"
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	for range 200 {
		var finished atomic.Int64
		const want = 2
		slow := func() { time.Sleep(time.Millisecond); finished.Add(1) }
		new(desk).serve([]func(){slow, slow})
		prove.Count("not waited for", want-int(finished.Load()))
		for int(finished.Load()) < want {
			time.Sleep(time.Millisecond)
		}
	}
}
