package goesback

import "time"

func Exercise() {
	s := newSlot()
	s.enter()
	go s.enter()
	time.Sleep(20 * time.Millisecond)
	s.leave()
}
