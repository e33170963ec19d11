package accepterror

import (
	"io"
	"net"
)

// Connections are closed together when the listener is.
func accept(listener net.Listener, handle func(net.Conn)) error {
	for {
		c, err := listener.Accept()
		if err != nil {
			return err
		}
		defer c.Close()
		handle(c)
	}
}

func discard(c net.Conn) { _, _ = io.Copy(io.Discard, c) }
