package bad

import "time"

// Exercise lets the job outlast its limit.
func Exercise() {
	s := &service{job: func() error { time.Sleep(20 * time.Millisecond); return nil }}
	_ = s.runWithin(time.Millisecond)
}
