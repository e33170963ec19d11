package everypath

import (
	"net/http"
	"time"
)

func serve(addr string, slow bool) error {
	var srv http.Server
	srv.Addr = addr
	srv.ReadHeaderTimeout = 5 * time.Second
	switch {
	case slow:
		srv.IdleTimeout = 5 * time.Minute
		srv.IdleTimeout /= 4
	default:
		srv.IdleTimeout = time.Minute
	}
	srv.Handler = http.NotFoundHandler()
	return srv.ListenAndServe()
}
