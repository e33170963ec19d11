package bad

import "time"

// Exercise plays it: while the worker is busy, somebody comes past the question; then the pool is closed.
func Exercise() {
	p := open()
	busy, free := make(chan struct{}), make(chan struct{})
	p.Do(func() { close(busy); <-free })
	<-busy
	for range 20 {
		go p.Do(func() {})
	}
	time.Sleep(20 * time.Millisecond)
	close(p.closed)
	close(free)
	<-p.ended
}
