package turns

import (
	"runtime"
	"time"
)

// Work locks only as long as a job runs.
func Work(jobs <-chan func()) {
	go func() {
		for {
			runtime.LockOSThread()
			job := next(jobs)
			if job != nil {
				job()
			}
			runtime.UnlockOSThread()
		}
	}()
}

func next(jobs <-chan func()) func() {
	select {
	case job := <-jobs:
		return job
	case <-time.After(time.Millisecond):
		return nil
	}
}
