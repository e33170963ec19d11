package good

import "time"

// Exercise plays it.
func Exercise() {
	done := make(chan struct{})
	After(time.Millisecond, func() { close(done) })
	<-done
}
