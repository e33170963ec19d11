package waiters

import "sync"

type waiter struct {
	topic string
	ready chan struct{}
}

type bus struct {
	mu      sync.Mutex
	waiters []*waiter
}

func (b *bus) register(topic string) *waiter {
	w := &waiter{topic: topic, ready: make(chan struct{})}
	b.mu.Lock()
	b.waiters = append(b.waiters, w)
	b.mu.Unlock()
	return w
}

func (b *bus) publish(topic string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, w := range b.waiters {
		if w.topic == topic {
			select {
			case w.ready <- struct{}{}: // want "a wake-up is lost"
			default:
			}
		}
	}
}

// wait tells whether the topic was published before the caller gave up.
func (w *waiter) wait(giveUp <-chan struct{}) bool {
	select {
	case <-w.ready:
		return true
	case <-giveUp:
		return false
	}
}
