package events

import "time"

func Exercise() {
	h := newHub()
	go h.publish(1, 2)
	time.Sleep(50 * time.Millisecond)
}
