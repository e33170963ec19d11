package closedconnection

import (
	"context"
	"net"
)

func Exercise() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	serve(ctx, listener, func(conn net.Conn) { conn.Close() })
	cancel()
}
