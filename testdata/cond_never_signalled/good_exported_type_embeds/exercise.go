package exportedtypeembeds

import "time"

func Exercise() {
	e := New()
	go e.Await()
	time.Sleep(20 * time.Millisecond)
	e.L.Lock()
	e.Happened = true
	e.L.Unlock()
	e.Broadcast()
}
