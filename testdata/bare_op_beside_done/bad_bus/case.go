package bad

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

// Publish hears the stop.
func (b *bus) Publish(event string) {
	select {
	case b.events <- event:
	case <-b.stop:
	}
}

// Later does not.
func (b *bus) Later(event string) {
	go func() {
		b.events <- event // want "this send blocks for ever once \\(\\*bus\\).serve has left by `<-b.stop`"
	}()
}
