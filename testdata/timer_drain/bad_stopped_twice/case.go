package bad

import "time"

// Idle waits for a wake-up or the end of the pause.
func Idle(wake <-chan struct{}, pause time.Duration) (woken bool) {
	timer := time.NewTimer(pause)
	select {
	case <-wake:
		woken = true
		timer.Stop()
	case <-timer.C:
	}
	if timer.Stop() {
		return woken
	} else {
		<-timer.C // want "can block for ever"
	}
	return woken
}
