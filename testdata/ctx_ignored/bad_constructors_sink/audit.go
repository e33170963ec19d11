package audit

import "context"

type Entry struct{ user, action string }

type Trail struct {
	sink  chan<- Entry
	users <-chan string
}

func NewTrail(users <-chan string, sink chan<- Entry) *Trail {
	t := new(Trail)
	t.users = users
	t.sink = sink
	return t
}

func (t *Trail) note(ctx context.Context, user, action string) {
	if user == "" {
		go t.noteNext(ctx, action)
		return
	}
	go func() {
		t.sink <- Entry{user, action} // want "send may wait for ever: `t.sink <-` ignores ctx"
	}()
}

func (t *Trail) noteNext(ctx context.Context, action string) {
	user := <-t.users // want "receive may wait for ever: `<-t.users` ignores ctx"
	if ctx.Err() == nil {
		t.note(ctx, user, action)
	}
}
