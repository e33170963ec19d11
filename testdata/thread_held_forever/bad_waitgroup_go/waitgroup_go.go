package batch

import (
	"runtime"
	"sync"
	"time"
)

// Runner runs the steps of each of its lanes again and again.
type Runner struct {
	group sync.WaitGroup
	lanes []func()
}

// Start starts all lanes.
func (r *Runner) Start() {
	for _, step := range r.lanes {
		r.group.Go(func() {
			runtime.LockOSThread() // want "held for ever"
			defer runtime.UnlockOSThread()
			tick := time.Tick(time.Millisecond)
			for range tick {
				step()
			}
		})
	}
}
