package asks

import (
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	r := &refresher{requests: make(chan chan struct{})}
	stop := make(chan struct{})
	go r.serve(stop)
	for r.refresh() != 2 {
		time.Sleep(time.Millisecond)
	}
	close(stop)
	if r.refresh() == 0 {
		prove.Count("lists that are empty", 1)
	}
	prove.Count("lists that are empty", 0)
}
