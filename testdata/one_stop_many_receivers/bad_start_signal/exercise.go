package startsignal

import "time"

func Exercise() {
	go race([]func(){func() {}, func() {}})
	time.Sleep(50 * time.Millisecond)
}
