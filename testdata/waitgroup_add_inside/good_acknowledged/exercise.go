package acknowledged

import (
	"sync/atomic"

	"golintsched.test/cases/prove"
)

func Exercise() {
	for range 20 {
		var taken, done atomic.Int64
		f := newFeed()
		for m := range f.out {
			taken.Add(1)
			go func() {
				done.Add(1)
				m.ack()
			}()
		}
		f.Close()
		prove.Count("not waited for", int(taken.Load()-done.Load()))
	}
}
