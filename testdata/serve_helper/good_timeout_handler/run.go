package timeouthandler

import (
	"context"
	"net"
	"net/http"
	"time"
)

// Run serves until ctx ends, with a limit for each handler too.
func Run(addr string) error {
	listener, err := (&net.ListenConfig{KeepAlive: time.Minute}).Listen(context.Background(), "tcp", addr)
	if err != nil {
		return err
	}
	var srv http.Server
	srv.Handler = http.TimeoutHandler(http.NotFoundHandler(), time.Second, "too slow")
	srv.ReadTimeout = 20 * time.Second
	return srv.Serve(listener)
}
