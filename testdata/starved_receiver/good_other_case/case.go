package good

import "time"

type poller struct {
	wake chan struct{}
}

// Wait has another way out: nobody wakes it yet.
func (p *poller) Wait() {
	select {
	case <-p.wake:
	case <-time.After(time.Millisecond):
	}
}
