package helper

import "time"

type clock struct{ every time.Duration }

func (c clock) ticker() *time.Ticker {
	if c.every <= 0 {
		return time.NewTicker(time.Second)
	}
	return time.NewTicker(c.every)
}

func (c clock) count(stop <-chan struct{}) (n int) {
	t := c.ticker() // want "`t` is never stopped in count"
	for {
		select {
		case <-t.C:
			n++
		case <-stop:
			return n
		}
	}
}
