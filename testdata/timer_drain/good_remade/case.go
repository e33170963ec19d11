package good

import "time"

// Idle waits for a wake-up, again and again, with a timer of its own each time.
func Idle(wake <-chan bool, pause time.Duration) (turns int) {
	var timer *time.Timer
	for {
		timer = time.NewTimer(pause)
		select {
		case again := <-wake:
			if !timer.Stop() {
				<-timer.C
			}
			if !again {
				return turns
			}
		case <-timer.C:
		}
		turns++
	}
}
