package closer

import (
	"sync/atomic"
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	for range 200 {
		var finished atomic.Int64
		const want = 2
		slow := func() int { time.Sleep(time.Millisecond); defer finished.Add(1); return 1 }
		gather([]func() int{slow, slow}, func(int) {})
		prove.Count("not waited for", want-int(finished.Load()))
		for int(finished.Load()) < want {
			time.Sleep(time.Millisecond)
		}
	}
}
