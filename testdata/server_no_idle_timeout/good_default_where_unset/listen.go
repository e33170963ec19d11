package defaultwhereunset

import (
	"net/http"
	"time"
)

// Options are what a user may choose.
type Options struct {
	Addr string
	Idle time.Duration
}

type service struct {
	server *http.Server
}

func listen(o *Options) error {
	s := service{server: &http.Server{Addr: o.Addr, Handler: http.NotFoundHandler(), IdleTimeout: o.Idle}}
	if s.server.IdleTimeout == 0 {
		s.server.IdleTimeout = 2 * time.Minute
	}
	if s.server.ReadHeaderTimeout == 0 {
		s.server.ReadHeaderTimeout = 10 * time.Second
	}
	return s.server.ListenAndServe()
}
