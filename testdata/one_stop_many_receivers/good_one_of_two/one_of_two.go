package oneoftwo

import "time"

func Exercise() {
	for _, fast := range []bool{true, false} {
		p := start(fast)
		time.Sleep(20 * time.Millisecond)
		p.stop()
	}
}

type poller struct {
	n    int
	quit chan struct{}
}

func start(fast bool) *poller {
	p := &poller{quit: make(chan struct{})}
	if fast {
		go p.spin()
	} else {
		go p.crawl()
	}
	return p
}

func (p *poller) spin() {
	for {
		select {
		case <-time.After(time.Minute):
			p.n++
		case <-p.quit:
			return
		}
	}
}

func (p *poller) crawl() {
	for {
		select {
		case <-time.After(time.Hour):
			p.n--
		case <-p.quit:
			return
		}
	}
}

func (p *poller) stop() { p.quit <- struct{}{} }
