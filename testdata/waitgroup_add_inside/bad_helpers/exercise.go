package helpers

import (
	"sync/atomic"
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	for range 200 {
		var finished atomic.Int64
		const want = 1
		var t tracker
		t.background(func() { time.Sleep(time.Millisecond); finished.Add(1) })
		t.close()
		prove.Count("not waited for", want-int(finished.Load()))
		for int(finished.Load()) < want {
			time.Sleep(time.Millisecond)
		}
	}
}
