package good

import "time"

// Lazy has a timer that does not run until it is needed.
func Lazy(needed <-chan time.Duration) {
	timer := time.NewTimer(time.Hour)
	if !timer.Stop() {
		<-timer.C
	}
	for pause := range needed {
		timer.Reset(pause)
		<-timer.C
	}
}
