package audit

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	var (
		users chan string
		sink  chan Entry
	)
	users, sink = make(chan string), make(chan Entry)
	t := NewTrail(users, sink)
	t.note(ctx, "ann", "login")
	t.note(ctx, "", "logout")
	cancel()
}
