package good

import "time"

// Guard watches until what it watches fails, which ends it by a panic that its starter recovers from.
func Guard(ticker *time.Ticker, failed func() bool) {
	go func() {
		defer func() { _ = recover() }()
		for range ticker.C {
			if failed() {
				panic("it has failed")
			}
		}
	}()
}

// Run guards the work.
func Run(work func() bool) {
	ticker := time.NewTicker(time.Millisecond)
	Guard(ticker, work)
	time.Sleep(20 * time.Millisecond)
	ticker.Stop()
}
