package good

type machine struct {
	events chan int
	stop   chan struct{}
}

func (m *machine) loop() {
	for {
		select {
		case event := <-m.events:
			if event > 0 {
				go m.Emit(event - 1)
			}
		case <-m.stop:
			return
		}
	}
}

// Emit queues an event, or gives up when the loop is gone.
func (m *machine) Emit(event int) {
	select {
	case m.events <- event:
	case <-m.stop:
	}
}
