package outerloop

import "time"

func Exercise() {
	r := newResults()
	go r.wait(2)
	time.Sleep(20 * time.Millisecond)
	r.deliver()
	time.Sleep(20 * time.Millisecond)
	r.deliver()
}
