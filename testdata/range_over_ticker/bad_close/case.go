package bad

import "time"

type reporter struct {
	ticker *time.Ticker
}

func newReporter(report func()) *reporter {
	r := &reporter{ticker: time.NewTicker(time.Millisecond)}
	go r.loop(report)
	return r
}

func (r *reporter) loop(report func()) {
	for range r.ticker.C { // want "never ends: after `r.ticker.Stop\\(\\)`"
		report()
	}
}

// Close stops the reports.
func (r *reporter) Close() {
	r.ticker.Stop()
}
