package settings

import (
	"sync/atomic"
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	stop := make(chan struct{})
	defer close(stop)
	var applied atomic.Int64
	publish := watch(stop, func(s settings) {
		applied.Store(int64(s.workers))
		time.Sleep(20 * time.Millisecond)
	})
	time.Sleep(10 * time.Millisecond)
	publish(settings{"info", 1})
	time.Sleep(5 * time.Millisecond)
	publish(settings{"info", 8})
	time.Sleep(100 * time.Millisecond)
	if applied.Load() != 8 {
		prove.Count("settings that are not in force", 1)
	}
}
