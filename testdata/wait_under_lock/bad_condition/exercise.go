package condition

import "time"

func Exercise() {
	g := newGate(1)
	g.enter()
	go g.enter()
	time.Sleep(20 * time.Millisecond)
	go g.leave()
}
