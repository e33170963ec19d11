package good

import "sync"

// Event happens.
type Event struct{ ID int }

// Broker tells of events.
type Broker struct {
	mu   sync.Mutex
	subs map[int]chan Event
	next int
}

// follow hands events to f until the subscription is cancelled.
func (b *Broker) follow(f func(Event)) (cancel func()) {
	ch := make(chan Event, 8)
	b.mu.Lock()
	id := b.next
	b.next++
	b.subs[id] = ch
	b.mu.Unlock()
	go func() {
		for ev := range ch {
			f(ev)
		}
	}()
	return func() {
		b.mu.Lock()
		delete(b.subs, id)
		close(ch)
		b.mu.Unlock()
	}
}

// NewBroker returns one that nobody listens to yet.
func NewBroker() *Broker { return &Broker{subs: map[int]chan Event{}} }

// Publish tells all who listen.
func (b *Broker) Publish(ev Event) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, ch := range b.subs {
		select {
		case ch <- ev:
		default:
		}
	}
}
