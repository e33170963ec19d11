package bad

import "time"

type pause struct {
	*time.Timer
	turns int
}

// Steps takes a step after each pause, or when it is pushed.
func Steps(push <-chan bool, step func(int)) {
	p := pause{Timer: time.NewTimer(time.Millisecond)}
	for {
		select {
		case again := <-push:
			if !again {
				return
			}
		case <-p.C:
		}
		p.turns++
		step(p.turns)
		switch running := p.Stop(); {
		case running:
		default:
			<-p.C // want "the tick may have been received already"
		}
		p.Reset(time.Millisecond)
	}
}
