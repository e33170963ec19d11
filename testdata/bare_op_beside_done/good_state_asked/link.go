package good

type state int

const (
	open state = iota
	closed
)

// A link is used by one goroutine, which also closes it.
type link struct {
	state state
	queue chan string
	done  chan struct{}
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

func (l *link) mustBeOpen() {
	if l.state != open {
		panic("link is closed")
	}
}

func (l *link) Send(message string) {
	l.mustBeOpen()
	l.queue <- message
}

func (l *link) SendAll(messages []string) {
	l.mustBeOpen()
	for _, message := range messages {
		l.put(message)
	}
}

func (l *link) put(message string) {
	l.queue <- message
}

func (l *link) Close() {
	if l.state == closed {
		return
	}
	l.state = closed
	close(l.done)
}
