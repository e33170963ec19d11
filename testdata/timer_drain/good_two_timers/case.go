package good

import "time"

// Steps waits for the short timer and stops the long one.
func Steps() {
	long, short := time.NewTimer(time.Hour), time.NewTimer(time.Millisecond)
	<-short.C
	if !long.Stop() {
		<-long.C
	}
}
