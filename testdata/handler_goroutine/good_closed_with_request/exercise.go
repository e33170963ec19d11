package follow

import (
	"context"
	"net"
	"net/http/httptest"
)

func Exercise() {
	dial := func() (net.Conn, error) {
		near, _ := net.Pipe()
		return near, nil
	}
	ctx, cancel := context.WithCancel(context.Background())
	lines(dial, func(string) {})(httptest.NewRecorder(), httptest.NewRequestWithContext(ctx, "GET", "/", nil))
	cancel()
}
