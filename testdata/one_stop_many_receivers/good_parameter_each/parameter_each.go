package parametereach

import "time"

func Exercise() {
	b := start()
	time.Sleep(20 * time.Millisecond)
	b.stop()
}

type bridge struct{ stopLeft, stopRight chan struct{} }

func start() *bridge {
	b := &bridge{stopLeft: make(chan struct{}), stopRight: make(chan struct{})}
	go copyUntil(b.stopLeft)
	go copyUntil(b.stopRight)
	return b
}

func copyUntil(stop chan struct{}) {
	for {
		select {
		case <-time.After(time.Hour):
		case <-stop:
			return
		}
	}
}

func (b *bridge) stop() {
	b.stopLeft <- struct{}{}
	b.stopRight <- struct{}{}
}
