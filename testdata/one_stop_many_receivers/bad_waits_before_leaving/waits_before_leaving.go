package waitsbeforeleaving

// A depot empties its shelves with several hands, which stay until somebody has looked at the result.
type depot struct {
	shelves chan int
	leave   chan struct{}
}

func open(shelves chan int, hands int) *depot {
	d := &depot{shelves: shelves, leave: make(chan struct{})}
	for range hands {
		go d.clear()
	}
	return d
}

func (d *depot) clear() {
	for {
		shelf, more := <-d.shelves
		if !more {
			<-d.leave // want "only one goroutine is stopped: `d.leave <- …` is sent once"
			return
		}
		_ = shelf
	}
}

func (d *depot) close() {
	close(d.shelves)
	d.leave <- struct{}{}
}
