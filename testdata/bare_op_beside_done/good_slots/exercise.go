package slots

import "context"

func Exercise() {
	m := newMirror(2)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		m.fetch()
	}()
	m.plan(context.Background(), []*volume{{m, 2}, {m, 1}, {m, 3}})
	<-ended
}
