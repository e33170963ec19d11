package settonil

type poller struct {
	results chan int
	round   int
}

func (p *poller) reset() {
	p.results = nil
	p.round = 0
}

func (p *poller) poll(read func() int) {
	p.reset()
	go func() {
		p.results <- read() // want "`p.results` is nil"
	}()
}
