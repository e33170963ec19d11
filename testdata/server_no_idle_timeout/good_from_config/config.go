package fromconfig

import (
	"net/http"
	"time"
)

type config struct {
	Addr   string
	Idle   time.Duration
	Header time.Duration
}

func run(cfg config) error {
	srv := &http.Server{Addr: cfg.Addr, Handler: http.NotFoundHandler(), ReadHeaderTimeout: cfg.Header}
	if cfg.Idle > 0 {
		srv.IdleTimeout = cfg.Idle
	}
	return srv.ListenAndServe()
}
