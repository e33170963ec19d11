package merge

import "context"

type merger struct {
	ctx         context.Context
	left, right <-chan string
	keep        func(string)
}

// Join keeps what comes from left and right.
func Join(ctx context.Context, left, right <-chan string, keep func(string)) {
	m := &merger{ctx: ctx, left: left, right: right, keep: keep}
	go m.run()
}

func (m *merger) run() {
	for m.ctx.Err() == nil {
		select { // want "goroutine may wait for ever: this select ignores m.ctx"
		case text := <-m.left:
			m.keep(text)
		case text := <-m.right:
			m.keep(text)
		}
	}
}
