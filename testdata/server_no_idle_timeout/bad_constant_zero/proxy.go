package constantzero

import (
	"net/http"
	"time"
)

// The proxy in front of us closes idle connections.
const idleSeconds = 0

// Proxy serves behind another proxy.
func Proxy(addr string) error {
	srv := &http.Server{ // want "keeps idle connections"
		Addr:        addr,
		Handler:     http.NotFoundHandler(),
		IdleTimeout: idleSeconds * time.Second,
	}
	limit(srv)
	return srv.ListenAndServe()
}

func limit(srv *http.Server) {
	srv.MaxHeaderBytes = 8 << 10
	srv.WriteTimeout = 15 * time.Second
}
