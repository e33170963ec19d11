package senderrepeats

import "time"

func pulse(beat chan<- struct{}, stop <-chan struct{}) {
	ticker := time.NewTicker(time.Millisecond)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
		case <-stop:
			return
		}
		select {
		case beat <- struct{}{}:
		default: // the next beat comes soon
		}
	}
}
