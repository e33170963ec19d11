package stored

import "time"

type poller struct {
	ticker *time.Ticker
	done   chan struct{}
}

func newPoller(every time.Duration) *poller {
	t := time.NewTicker(every)
	return &poller{ticker: t, done: make(chan struct{})}
}

func (p *poller) reset(every time.Duration) {
	p.ticker.Stop()
	next := time.NewTicker(every)
	p.ticker = next
}

func (p *poller) Close() {
	p.ticker.Stop()
	close(p.done)
}
