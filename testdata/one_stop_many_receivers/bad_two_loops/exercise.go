package twoloops

import "time"

func Exercise() {
	e := open()
	time.Sleep(20 * time.Millisecond)
	e.hangUp()
	time.Sleep(20 * time.Millisecond)
}
