package retry

import (
	"context"
	"net"
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	s := &session{address: prove.FreeAddress(), pause: time.Millisecond, ready: make(chan net.Conn, 1)}
	s.Connect(ctx)
	cancel()
}
