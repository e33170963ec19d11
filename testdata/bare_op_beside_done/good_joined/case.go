package good

import "sync"

type bus struct {
	events  chan string
	stop    chan struct{}
	ended   chan struct{}
	senders sync.WaitGroup
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

// Later sends from a goroutine.
func (b *bus) Later(event string) {
	b.senders.Add(1)
	go func() {
		defer b.senders.Done()
		b.events <- event
	}()
}

// Close stops the loop once nobody sends any more.
func (b *bus) Close() {
	b.senders.Wait()
	close(b.stop)
	<-b.ended
}
