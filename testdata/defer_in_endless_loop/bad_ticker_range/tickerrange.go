package tickerrange

import (
	"io"
	"time"
)

type poller struct {
	every time.Duration
	open  func() io.ReadCloser
	read  func(io.Reader)
}

func (p *poller) run() {
	ticks := time.NewTicker(p.every)
	for range ticks.C {
		source := p.open()
		defer source.Close() // want "`source\.Close\(\)` never runs"
		if source == nil {
			continue
		}
		p.read(source)
	}
}
