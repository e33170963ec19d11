package one

import (
	"context"
	"net"
	"net/http"
	"time"
)

func Exercise() {
	network, end := context.WithCancel(context.Background())
	_, conn := net.Pipe()
	Handle(network, conn, http.NotFoundHandler())
	_, other := net.Pipe()
	HandleFor(other, 10*time.Millisecond)
	end()
}
