package good

import "sync"

// Member belongs to a group until it leaves.
type Member struct {
	mu      sync.Mutex
	leaving bool
	left    chan struct{}
}

// NewMember returns a member.
func NewMember() *Member { return &Member{left: make(chan struct{})} }

// Leave begins to leave the group; a second call has nothing to do, since the first one will close left.
func (m *Member) Leave() {
	m.mu.Lock()
	wasLeaving := m.leaving
	m.leaving = true
	m.mu.Unlock()

	go func() {
		if wasLeaving {
			return
		}
		defer close(m.left)
		m.tell()
	}()
}

func (m *Member) tell() {}

// Wait returns when the member has left.
func (m *Member) Wait() { <-m.left }
