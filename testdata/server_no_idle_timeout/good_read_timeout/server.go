package readtimeout

import (
	"net/http"
	"time"
)

// Run serves; an idle connection ends by ReadTimeout.
func Run(addr string) error {
	srv := &http.Server{
		Addr:        addr,
		Handler:     http.NotFoundHandler(),
		ReadTimeout: 30 * time.Second,
	}
	return srv.ListenAndServe()
}
