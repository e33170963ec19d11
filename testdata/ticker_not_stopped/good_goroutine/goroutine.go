package goroutine

import "time"

func run(stop <-chan struct{}, do func()) {
	ticker := time.NewTicker(time.Second)
	go func() {
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
				do()
			case <-stop:
				return
			}
		}
	}()
}

func handed(stop <-chan struct{}) {
	ticker := time.NewTicker(time.Second)
	go consume(ticker, stop)
}

func consume(ticker *time.Ticker, stop <-chan struct{}) {
	<-stop
	ticker.Stop()
}
