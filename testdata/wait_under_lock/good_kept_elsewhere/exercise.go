package keptelsewhere

import "time"

func Exercise() {
	d := newDesk()
	d.visit()
	d.turnAway(7)
	close(d.queue)
	l := &log{lines: map[int]*line{1: {written: make(chan struct{})}, 2: {written: make(chan struct{})}}}
	go l.wait(1, 2)
	time.Sleep(10 * time.Millisecond)
	l.write(2, "a")
}
