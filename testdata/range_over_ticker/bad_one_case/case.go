package bad

import (
	"errors"
	"time"
)

var errBusy = errors.New("busy")

type poller struct {
	*time.Ticker
	failed int
}

// Poll asks until the poller is stopped.
func (p *poller) Poll(ask func() error) {
	for {
		select {
		case <-p.C: // want "after `p.Ticker.Stop\\(\\)`"
			if errors.Is(ask(), errBusy) {
				p.failed++
			}
		}
	}
}

// Start polls once a millisecond.
func Start(ask func() error) *poller {
	p := &poller{Ticker: time.NewTicker(time.Millisecond)}
	go p.Poll(ask)
	return p
}

// Close ends it.
func (p *poller) Close() { p.Ticker.Stop() }
