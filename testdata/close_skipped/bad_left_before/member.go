package stays

import "context"

type Member struct {
	name string
	left chan struct{}
	tell func()
}

func New(name string, tell func()) *Member {
	return &Member{name: name, left: make(chan struct{}), tell: tell}
}

// leave tells the group, if the member has a name; who has none waits in Close for ever.
func (m *Member) leave(quiet bool) {
	go func() {
		if quiet {
			return
		}
		defer close(m.left)
		m.tell()
	}()
}

func (m *Member) Leave(ctx context.Context) error {
	m.leave(m.name == "")
	select {
	case <-m.left:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (m *Member) Close() {
	m.leave(m.name == "")
	<-m.left // want "who closes `left` can leave without closing"
}
