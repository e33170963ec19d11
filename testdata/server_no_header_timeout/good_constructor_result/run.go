package constructorresult

import (
	"errors"
	"net/http"
	"time"
)

func build(addr string) (*http.Server, error) {
	if addr == "" {
		return nil, errors.New("no address")
	}
	srv := &http.Server{Addr: addr}
	return tune(srv), nil
}

func tune(srv *http.Server) *http.Server {
	srv.ReadHeaderTimeout, srv.IdleTimeout = 10*time.Second, time.Minute
	return srv
}

// Run serves what build made.
func Run(addr string) error {
	srv, err := build(addr)
	if err != nil {
		return err
	}
	srv.Handler = http.NotFoundHandler()
	return srv.ListenAndServe()
}
