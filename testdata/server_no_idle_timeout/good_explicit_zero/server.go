package explicitzero

import (
	"net/http"
	"time"
)

const readTimeout = 15 * time.Second

// Run serves; an IdleTimeout of 0 falls back to ReadTimeout.
func Run(addr string) error {
	srv := http.Server{Addr: addr, IdleTimeout: 0, ReadTimeout: readTimeout}
	srv.Handler = http.NotFoundHandler()
	return srv.ListenAndServe()
}
