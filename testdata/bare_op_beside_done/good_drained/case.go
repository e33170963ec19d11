package good

type bus struct {
	events chan string
	stop   chan struct{}
	ended  chan struct{}
}

func newBus() *bus {
	return &bus{events: make(chan string), stop: make(chan struct{}), ended: make(chan struct{})}
}

func (b *bus) serve(handle func(string), senders int) {
	defer close(b.ended)
	for {
		select {
		case event := <-b.events:
			handle(event)
			senders--
		case <-b.stop:
			for range senders {
				handle(<-b.events)
			}
			return
		}
	}
}

// Later sends from a goroutine.
func (b *bus) Later(event string) {
	go func() { b.events <- event }()
}
