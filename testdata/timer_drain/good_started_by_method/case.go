package good

import "time"

type pulse struct {
	timer *time.Timer
	beats int
}

func (p *pulse) again() { p.timer.Reset(time.Hour) }

// run beats once, and is ready for the next time when it ends.
func (p *pulse) run(end <-chan struct{}) {
	for {
		select {
		case <-p.timer.C:
			p.beats++
			p.again()
		case <-end:
			if !p.timer.Stop() {
				<-p.timer.C
			}
			return
		}
	}
}
