package setsanotherfield

import "time"

func Exercise() {
	m := &meter{reads: make(chan int), stop: make(chan struct{})}
	go m.loop()
	close(m.stop)
	time.Sleep(20 * time.Millisecond)
}

type meter struct {
	reads chan int
	stop  chan struct{}
	total int
	ended bool
}

func (m *meter) loop() {
	for {
		select {
		case n := <-m.reads:
			m.total += n
		case <-m.stop: // want "`case <-m.stop` does not leave its loop"
			m.ended = true
			continue
		}
	}
}
