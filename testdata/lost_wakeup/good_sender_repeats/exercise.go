package senderrepeats

import (
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	beat, stop := make(chan struct{}), make(chan struct{})
	go pulse(beat, stop)
	time.Sleep(10 * time.Millisecond)
	for range 3 {
		<-beat
	}
	prove.Count("receivers that wait for ever", 0)
	close(stop)
}
