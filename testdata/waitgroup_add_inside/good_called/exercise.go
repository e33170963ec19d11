package called

import (
	"sync/atomic"
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	for range 20 {
		var finished atomic.Int64
		const want = 1
		var j journal
		j.append(func() { time.Sleep(time.Millisecond); finished.Add(1) })
		j.close()
		prove.Count("not waited for", want-int(finished.Load()))
		for int(finished.Load()) < want {
			time.Sleep(time.Millisecond)
		}
	}
}
