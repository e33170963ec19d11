package bad

import "time"

// Do cancels the alarm once the work is done, and waits for one that rings already, as it means to.
func Do(work, alarm func()) {
	watchdog := time.AfterFunc(time.Millisecond, alarm)
	work()
	if stopped := watchdog.Stop(); stopped {
		return
	}
	if !watchdog.Stop() {
		<-watchdog.C // want "a timer made by `time.AfterFunc` has no channel"
	}
}
