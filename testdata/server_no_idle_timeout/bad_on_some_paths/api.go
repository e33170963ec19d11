package onsomepaths

import (
	"net/http"
	"time"
)

type api struct {
	strict bool
}

func (a api) run(addr string) error {
	srv := http.Server{ // want "is set on some paths"
		Addr:    addr,
		Handler: http.NotFoundHandler(),
	}
	if a.strict {
		srv.ReadTimeout = 10 * time.Second
		srv.IdleTimeout = 30 * time.Second
	}
	return srv.ListenAndServe()
}
