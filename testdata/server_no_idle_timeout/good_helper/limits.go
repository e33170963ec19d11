package helper

import (
	"net/http"
	"time"
)

func withLimits(srv *http.Server) *http.Server {
	srv.ReadHeaderTimeout = 10 * time.Second
	srv.IdleTimeout = 90 * time.Second
	return srv
}
