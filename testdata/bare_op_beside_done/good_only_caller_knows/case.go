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

// Publish may be called while the loop runs, it says.
func (b *bus) Publish(event string) {
	b.events <- event // wantlow "once \\(\\*bus\\).serve has left"
}
