package bad

import "time"

type watchdog struct {
	timer *time.Timer
	rung  int
}

func newWatchdog(patience time.Duration) *watchdog {
	w := &watchdog{}
	w.timer = time.AfterFunc(patience, func() { w.rung++ })
	return w
}

// calm ends the watch, and waits for an alarm that rings already, as it means to.
func (w *watchdog) calm() int {
	if w.timer.Stop() == false {
		<-w.timer.C // want "a timer made by `time.AfterFunc` has no channel"
	}
	return w.rung
}
