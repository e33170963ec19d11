package bad

import "time"

// Retry tries twice, with a pause between.
func Retry(try func() bool) bool {
	if try() {
		return true
	}
	pause := time.NewTimer(time.Millisecond)
	ticks := pause.C
	<-ticks
	ok := try()
	if !pause.Stop() {
		<-pause.C // want "the tick may have been received already"
	}
	return ok
}
