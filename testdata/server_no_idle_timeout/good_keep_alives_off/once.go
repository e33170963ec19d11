package keepalivesoff

import (
	"net/http"
	"time"
)

// Once answers one request on each connection.
func Once(addr string) error {
	srv := &http.Server{Addr: addr, Handler: http.NotFoundHandler(), ReadHeaderTimeout: 10 * time.Second}
	srv.SetKeepAlivesEnabled(false)
	return srv.ListenAndServe()
}
