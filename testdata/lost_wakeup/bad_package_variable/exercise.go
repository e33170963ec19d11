package packagevariable

import (
	"sync/atomic"
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	var loads atomic.Int64
	stop := make(chan struct{})
	go watch(stop, func() { loads.Add(1); time.Sleep(50 * time.Millisecond) })
	for loads.Load() == 0 {
		Reload()
	}
	Reload()
	time.Sleep(150 * time.Millisecond)
	close(stop)
	prove.Count("reloads that did not happen", int(2-loads.Load()))
}
