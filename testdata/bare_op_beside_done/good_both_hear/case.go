package good

type bus struct {
	events chan string
	stop   chan struct{}
	ended  chan struct{}
}

func newBus() *bus {
	return &bus{events: make(chan string), stop: make(chan struct{}), ended: make(chan struct{})}
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

// Later hears the stop.
func (b *bus) Later(event string) {
	go func() {
		select {
		case b.events <- event:
		case <-b.stop:
		}
	}()
}
