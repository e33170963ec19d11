package server

import (
	"net/http"
	"time"
)

// Run serves with limits.
func Run(addr string) error {
	srv := &http.Server{Addr: addr, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: time.Minute}
	return srv.ListenAndServe()
}
