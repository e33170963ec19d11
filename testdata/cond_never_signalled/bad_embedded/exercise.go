package embedded

import "time"

func Exercise() {
	e := newEvent()
	go e.await()
	time.Sleep(20 * time.Millisecond)
	e.set()
}
