package tree

import (
	"sync/atomic"
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	for range 20 {
		var finished atomic.Int64
		const want = 4
		leaf := &node{}
		walk(&node{children: []*node{leaf, {children: []*node{leaf}}}}, func() { time.Sleep(time.Millisecond); finished.Add(1) })
		prove.Count("not waited for", want-int(finished.Load()))
		for int(finished.Load()) < want {
			time.Sleep(time.Millisecond)
		}
	}
}
