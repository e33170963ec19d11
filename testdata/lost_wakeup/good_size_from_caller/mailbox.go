package sizefromcaller

import "sync/atomic"

type mailbox struct {
	letters atomic.Int64
	arrived chan struct{}
}

func newMailbox(size int) *mailbox {
	return &mailbox{arrived: make(chan struct{}, size)}
}

func (m *mailbox) deliver() {
	select {
	case m.arrived <- struct{}{}:
	default:
	}
}

func (m *mailbox) read() {
	for range m.arrived {
		m.letters.Add(1)
	}
}
