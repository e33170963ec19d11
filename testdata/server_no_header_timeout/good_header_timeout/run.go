package headertimeout

import (
	"net/http"
	"time"
)

// Run serves with both limits.
func Run(addr string) error {
	srv := &http.Server{Addr: addr, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute}
	srv.Handler = http.NotFoundHandler()
	return srv.ListenAndServe()
}
