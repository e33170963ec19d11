package askseachturn

import "time"

func Exercise() {
	m := start(4)
	p := &press{stopped: make(chan struct{})}
	go p.run()
	time.Sleep(10 * time.Millisecond)
	go m.stop()
	go p.stop()
}
