package lanes

import "runtime"

// Lane runs what its owner sends.
type Lane struct{ jobs <-chan func() }

// Start starts lanes; they end when jobs is closed.
func Start(jobs <-chan func(), n int) {
	for range n {
		l := &Lane{jobs: jobs}
		go l.run()
	}
}

func (l *Lane) run() {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	for job := range l.jobs {
		job()
	}
}
