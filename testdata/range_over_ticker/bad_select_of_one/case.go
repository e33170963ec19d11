package bad

import "time"

type poller struct {
	interval *time.Ticker
	failed   int
}

// Poll asks until the poller is stopped.
func (p *poller) Poll(ask func() error) {
	for {
		select {
		case <-p.interval.C: // want "after `p.interval.Stop\\(\\)`"
			if err := ask(); err != nil {
				p.failed++
			}
		}
	}
}

// Start polls once a millisecond.
func Start(ask func() error) *poller {
	p := &poller{interval: time.NewTicker(time.Millisecond)}
	go p.Poll(ask)
	return p
}

// Close ends it.
func (p *poller) Close() { p.interval.Stop() }
