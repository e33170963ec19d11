package idletimeoutonly

import (
	"net/http"
	"time"
)

// Run serves; the idle timeout only counts after a first request.
func Run(addr string) error {
	srv := &http.Server{ // want "`srv` waits for ever for a request's header: neither ReadHeaderTimeout nor ReadTimeout is set$"
		Addr:         addr,
		Handler:      http.NotFoundHandler(),
		IdleTimeout:  time.Minute,
		WriteTimeout: time.Minute,
	}
	return srv.ListenAndServe()
}
