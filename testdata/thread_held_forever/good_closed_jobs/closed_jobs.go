package lanes

import "runtime"

// Lane runs jobs on one thread until it is closed.
type Lane struct{ jobs chan func() }

// New starts a lane.
func New() *Lane {
	l := &Lane{jobs: make(chan func())}
	go l.run()
	return l
}

func (l *Lane) run() {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	for job := range l.jobs {
		job()
	}
}

// Do runs a job.
func (l *Lane) Do(job func()) { l.jobs <- job }

// Close ends the lane.
func (l *Lane) Close() { close(l.jobs) }
