package poller

import "time"

// Exercise starts a poller.
func Exercise() {
	Start(time.Millisecond)
}
