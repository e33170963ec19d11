package closedconnection

import (
	"context"
	"net"
)

func run(ctx context.Context, conn net.Conn, use func([]byte)) {
	buffer := make([]byte, 512)
	for {
		select {
		case <-ctx.Done():
			conn.Close()
		default:
		}
		n, err := conn.Read(buffer)
		if err != nil {
			return
		}
		use(buffer[:n])
	}
}
