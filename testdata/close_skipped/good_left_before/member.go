package left

import (
	"context"
	"sync"
)

type Member struct {
	mu      sync.Mutex
	leaving bool
	left    chan struct{}
	tell    func()
}

func New(tell func()) *Member { return &Member{left: make(chan struct{}), tell: tell} }

// leave leaves the group, once: who asks again waits for the first.
func (m *Member) leave() {
	m.mu.Lock()
	before := m.leaving
	m.leaving = true
	m.mu.Unlock()
	go func() {
		if before {
			return
		}
		defer close(m.left)
		m.tell()
	}()
}

func (m *Member) Leave(ctx context.Context) error {
	m.leave()
	select {
	case <-m.left:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (m *Member) Close() {
	_ = m.Leave(context.Background())
	<-m.left
}
