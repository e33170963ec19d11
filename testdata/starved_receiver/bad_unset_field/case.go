package bad

type listener struct {
	events chan int
	quit   chan struct{}
}

// Listen starts a listener.
func Listen() *listener {
	l := &listener{events: make(chan int, 8), quit: make(chan struct{})}
	go l.serve()
	return l
}

func (l *listener) serve() {
	l.events <- 1
	<-l.quit // want "nobody sends on `listener.quit` or closes it"
}

// Next waits for an event.
func (l *listener) Next() int {
	return <-l.events
}
