package report

import "time"

type reporter struct {
	send func(time.Time) error
	quit chan struct{}
}

func (r *reporter) loop() {
	report := time.NewTicker(15 * time.Second) // want "`report` is never stopped in loop"
	for {
		select {
		case now := <-report.C:
			if r.send(now) != nil {
				return
			}
		case <-r.quit:
			return
		}
	}
}
