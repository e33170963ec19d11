package bad

import "time"

// Every runs the task until the returned function is called, as it seems.
func Every(interval time.Duration, task func()) (stop func()) {
	ticker := time.NewTicker(interval)
	go repeat(ticker, task)
	return func() { ticker.Stop() }
}

func repeat(ticker *time.Ticker, task func()) {
	for {
		<-ticker.C // want "never ends"
		task()
	}
}
