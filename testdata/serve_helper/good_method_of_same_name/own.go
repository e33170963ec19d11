package methodofsamename

import (
	"net/http"
	"time"
)

type limited struct {
	server http.Server
}

func newHTTP(addr string) *limited {
	return &limited{http.Server{Addr: addr, ReadTimeout: time.Minute}}
}

// Serve has the name of a helper.
func (l *limited) Serve(addr string, handler http.Handler) error {
	http := l
	http.server.Addr, http.server.Handler = addr, handler
	return http.ListenAndServe(addr, handler)
}

// ListenAndServe has, too.
func (l *limited) ListenAndServe(string, http.Handler) error {
	return l.server.ListenAndServe()
}
