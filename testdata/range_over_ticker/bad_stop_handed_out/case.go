package bad

import "time"

// Every runs the task and gives the ticker's own Stop to the caller.
func Every(interval time.Duration, task func(time.Time)) func() {
	ticker := time.NewTicker(interval)
	go func() {
		for now := range ticker.C { // want "after `ticker.Stop\\(\\)`"
			task(now)
		}
	}()
	return ticker.Stop
}
