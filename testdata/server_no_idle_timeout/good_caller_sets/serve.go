package callersets

import (
	"net/http"
	"time"
)

func newServer(addr string) *http.Server {
	return &http.Server{Addr: addr, Handler: http.NotFoundHandler()}
}

// Serve sets what the constructor leaves open.
func Serve(addr string) error {
	server := newServer(addr)
	server.IdleTimeout = time.Minute
	server.ReadHeaderTimeout = 5 * time.Second
	return server.ListenAndServe()
}
