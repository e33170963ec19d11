package bad

import "time"

type pulse struct {
	*time.Ticker
	beats int
}

func start() *pulse {
	p := &pulse{Ticker: time.NewTicker(time.Millisecond)}
	go p.beat()
	return p
}

func (p *pulse) beat() {
	for range p.C { // want "after `p.Stop\(\)` there is no further tick"
		p.beats++
	}
}

// During beats while something is done.
func During(work func()) {
	p := start()
	defer p.Stop()
	work()
}
