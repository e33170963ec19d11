package inhand

import "golintsched.test/cases/prove"

func Exercise() {
	w := &worker{jobs: make(chan func())}
	w.start()
	begun, ended := make(chan struct{}), false
	w.jobs <- func() { close(begun); ended = true }
	<-begun
	w.settle()
	if !ended {
		prove.Count("not waited for", 1)
	}
	prove.Count("not waited for", 0)
	close(w.jobs)
}
