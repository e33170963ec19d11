package bad

import (
	"sync/atomic"
	"time"
)

var (
	rung  atomic.Int32
	alarm = time.AfterFunc(time.Millisecond, func() { rung.Add(1) })
)

// Snooze puts the alarm off.
func Snooze(by time.Duration) {
	stopped := alarm.Stop()
	if !stopped {
		<-alarm.C // want "a timer made by `time.AfterFunc` has no channel"
	}
	alarm.Reset(by)
}
