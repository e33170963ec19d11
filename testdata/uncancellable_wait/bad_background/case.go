package bad

import "context"

type store struct {
	closed bool
}

func open() *store {
	s := &store{}
	ctx := context.Background()
	go func() {
		<-ctx.Done() // want "ctx is `context.Background\\(\\)`, whose Done is nil"
		s.closed = true
	}()
	return s
}
