package pool

import "runtime"

type job func()

// Worker runs jobs one after the other.
type Worker struct{ jobs chan job }

// NewWorker starts a worker.
func NewWorker() *Worker {
	w := &Worker{jobs: make(chan job, 8)}
	go w.run()
	return w
}

func (w *Worker) run() {
	runtime.LockOSThread() // want "the goroutine of run locks"
	defer runtime.UnlockOSThread()
	for {
		next := <-w.jobs
		next()
	}
}

// Do hands a job to the worker.
func (w *Worker) Do(next func()) { w.jobs <- next }
