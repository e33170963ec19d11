package ownfunction

import (
	"net/http"
	"time"
)

// Run serves by a function of this package.
func Run(addr string) error {
	return ListenAndServe(addr, http.NotFoundHandler())
}

// ListenAndServe is what net/http's could be.
func ListenAndServe(addr string, handler http.Handler) error {
	srv := &http.Server{Addr: addr, Handler: handler, ReadTimeout: 30 * time.Second}
	return srv.ListenAndServe()
}
