package good

import "time"

type reporter struct {
	ticker *time.Ticker
	done   chan struct{}
}

func newReporter(report func()) *reporter {
	r := &reporter{time.NewTicker(time.Millisecond), make(chan struct{})}
	go r.loop(report)
	return r
}

func (r *reporter) loop(report func()) {
	for {
		select {
		case <-r.ticker.C:
			report()
		case <-r.done:
			return
		}
	}
}

// Close stops the reports.
func (r *reporter) Close() {
	r.ticker.Stop()
	close(r.done)
}
