package secondworker

import (
	"sync/atomic"
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	for range 20 {
		var finished atomic.Int64
		const want = 1
		pause := func() { time.Sleep(time.Millisecond) }
		serve(func() {}, pause, func() { finished.Add(1) })
		prove.Count("not waited for", want-int(finished.Load()))
		for int(finished.Load()) < want {
			time.Sleep(time.Millisecond)
		}
	}
}
