package bad

import "time"

// Exercise stops what has ended.
func Exercise() {
	recorders := []*Recorder{NewRecorder(func(int) error { return ErrFull })}
	recorders[0].samples <- 1
	<-recorders[0].over
	go recorders[0].Close()
	players := []*Player{Play(func() error { return ErrFull })}
	time.Sleep(20 * time.Millisecond)
	go players[0].Stop()
}
