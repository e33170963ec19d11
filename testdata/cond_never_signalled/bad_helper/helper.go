package helper

import "sync"

type mailbox struct {
	mu   sync.Mutex
	some *sync.Cond
	mail []string
}

func open() *mailbox {
	m := &mailbox{}
	m.some = sync.NewCond(&m.mu)
	return m
}

func (m *mailbox) deliver(letter string) {
	m.mu.Lock()
	m.mail = append(m.mail, letter)
	m.mu.Unlock()
	m.some.Signal()
}

// waitLocked is called with mu locked.
func (m *mailbox) waitLocked() {
	m.some.Wait() // want "misses a wake-up"
}

func (m *mailbox) first() string {
	m.mu.Lock()
	m.waitLocked()
	letter := m.mail[0]
	m.mu.Unlock()
	return letter
}
