package good

import "context"

type store struct {
	closed chan struct{}
	cancel context.CancelFunc
}

func open() *store {
	ctx, cancel := context.WithCancel(context.Background())
	s := &store{make(chan struct{}), cancel}
	go func() {
		<-ctx.Done()
		close(s.closed)
	}()
	return s
}
