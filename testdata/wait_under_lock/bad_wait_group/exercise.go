package waitgroup

import "time"

func Exercise() {
	p := &pool{}
	p.start(func() { time.Sleep(20 * time.Millisecond) })
	go p.stop()
	time.Sleep(60 * time.Millisecond)
}
