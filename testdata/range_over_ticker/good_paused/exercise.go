package good

import "time"

// Exercise plays it.
func Exercise() {
	l := &lamp{time.NewTicker(time.Millisecond), make(chan struct{})}
	go l.run(1)
	l.Pause()
	l.Resume()
	<-l.blinks
}
