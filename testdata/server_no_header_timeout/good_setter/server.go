package setter

import (
	"net/http"
	"time"
)

type server struct {
	http.Server
	name string
}

func newServer(addr string) *server {
	s := &server{name: addr}
	s.Addr = addr
	return s
}

func (s *server) useTimeout(d time.Duration) *server {
	s.ReadHeaderTimeout = d
	s.IdleTimeout = d
	return s
}

// Serve runs until the listener fails.
func (s *server) Serve() error {
	return s.ListenAndServe()
}
