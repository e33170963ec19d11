package reconnect

import "time"

type conn interface {
	Send(string) error
}

type reporter struct {
	dial func() (conn, error)
	quit chan struct{}
	ping time.Duration
}

// Each connection that breaks leaves its ticker behind.
func (r *reporter) loop() {
	for {
		c, err := r.dial()
		if err != nil {
			continue
		}
		pings := time.NewTicker(r.ping)
		defer pings.Stop() // want "`pings\.Stop\(\)` runs only once the loop that defers it is told to stop"
		for err == nil {
			select {
			case <-r.quit:
				return
			case <-pings.C:
				err = c.Send("ping")
			}
		}
	}
}
