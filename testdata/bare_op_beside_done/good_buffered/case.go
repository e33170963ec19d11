package good

type bus struct {
	events chan string
	stop   chan struct{}
	ended  chan struct{}
}

func newBus() *bus {
	return &bus{events: make(chan string, 8), stop: make(chan struct{}), ended: make(chan struct{})}
}

func (b *bus) serve(handle func(string)) {
	defer close(b.ended)
	for {
		select {
		case event := <-b.events:
			handle(event)
		case <-b.stop:
			return
		}
	}
}

// Later leaves one event behind.
func (b *bus) Later(event string) {
	go func() { b.events <- event }()
}
