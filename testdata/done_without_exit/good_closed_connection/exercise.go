package closedconnection

import (
	"context"
	"net"
)

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	near, far := net.Pipe()
	go run(ctx, near, func([]byte) {})
	defer far.Close()
	cancel()
}
