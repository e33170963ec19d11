package bad

import "context"

type mail struct {
	in    chan string
	gone  chan struct{}
	spare chan struct{}
}

func (m *mail) sort(ctx context.Context, gone chan<- struct{}) {
	for {
		select {
		case letter := <-m.in:
			_ = letter
		case <-ctx.Done():
			gone <- struct{}{}
			return
		}
	}
}

func (m *mail) post(letters []string) {
	go func() {
		for _, letter := range letters {
			m.in <- letter // want "blocks for ever once \\(\\*mail\\).sort has left"
		}
	}()
}

func start(ctx context.Context) *mail {
	m := &mail{make(chan string), make(chan struct{}), make(chan struct{})}
	go m.sort(ctx, m.gone)
	go m.sort(ctx, m.spare)
	return m
}
