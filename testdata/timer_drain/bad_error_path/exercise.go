package bad

import "time"

// Exercise plays it.
func Exercise() {
	done, failed := make(chan struct{}), make(chan struct{})
	r := &rotator{time.NewTimer(time.Millisecond), func() error { close(failed); return errLocked }}
	go r.run(done)
	<-failed
	close(done)
}
