package bad

// A link is used by one goroutine, which also closes it.
type link struct {
	closing bool
	queue   chan string
	done    chan struct{}
}

func newLink() *link {
	return &link{queue: make(chan string), done: make(chan struct{})}
}

func (l *link) pump(write func(string)) {
	for {
		select {
		case message := <-l.queue:
			write(message)
		case <-l.done:
			return
		}
	}
}

func (l *link) Send(message string) {
	if l.closing {
		return
	}
	l.queue <- message // want "blocks for ever once \\(\\*link\\).pump has left by `<-l.done`"
}

// Shut is called once no more is to be sent.
func (l *link) Shut() {
	l.closing = true
}

// Close forgets that.
func (l *link) Close() {
	close(l.done)
}
