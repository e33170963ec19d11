package group

import (
	"runtime"
	"sync"
	"sync/atomic"

	"golintsched.test/cases/prove"
)

func Exercise() {
	jobs, ended := make(chan func()), make(chan struct{})
	var wg sync.WaitGroup
	var waited atomic.Bool
	go func() {
		defer close(ended)
		consume(jobs, &wg)
	}()
	wg.Add(2)
	go func() { wg.Wait(); waited.Store(true) }()
	jobs <- func() {}
	jobs <- func() {
		if !waited.Load() {
			prove.Count("jobs still counted", 2)
		}
		runtime.Goexit()
	}
	<-ended
}
