package twoloops

import "time"

type endpoint struct {
	frames chan string
	acks   chan int
	bye    chan bool
	seen   int
}

func open() *endpoint {
	e := &endpoint{frames: make(chan string), acks: make(chan int), bye: make(chan bool)}
	go e.receive()
	go func() {
		beat := time.NewTicker(time.Hour)
		defer beat.Stop()
		for {
			select {
			case <-beat.C:
				e.seen++
			case <-e.bye:
				return
			}
		}
	}()
	return e
}

func (e *endpoint) receive() {
	for {
		select { // want "`e.bye <- …` is sent once, and several wait" // blocks here
		case f := <-e.frames:
			e.seen += len(f)
		case n := <-e.acks:
			e.seen -= n
		case <-e.bye:
			return
		}
	}
}

func (e *endpoint) hangUp() { e.bye <- true }
