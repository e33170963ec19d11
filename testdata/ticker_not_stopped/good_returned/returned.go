package returned

import "time"

func every(d time.Duration) (*time.Ticker, func()) {
	t := time.NewTicker(d)
	return t, t.Stop
}

func channel(d time.Duration) <-chan time.Time {
	t := time.NewTicker(d)
	return t.C
}

func ticks(d time.Duration) <-chan time.Time {
	return time.Tick(d)
}
