package bad

type machine struct {
	events chan int
	stop   chan struct{}
}

// Start starts the machine's only loop.
func Start() *machine {
	m := &machine{events: make(chan int), stop: make(chan struct{})}
	go m.loop()
	return m
}

func (m *machine) loop() {
	for {
		select {
		case event := <-m.events:
			m.handle(event)
		case <-m.stop:
			return
		}
	}
}

func (m *machine) handle(event int) {
	if event > 0 {
		m.Emit(event - 1)
	}
}

// Emit queues an event.
func (m *machine) Emit(event int) {
	m.events <- event // want "the loop that receives from `events` sends on it"
}

// Close ends the loop.
func (m *machine) Close() { close(m.stop) }
