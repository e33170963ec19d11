package somebranches

import (
	"net/http"
	"time"
)

func serve(addr, network string) error {
	server := &http.Server{Addr: addr, Handler: http.NotFoundHandler(), IdleTimeout: time.Minute} // want "is set on some paths"
	switch network {
	case "public":
		server.ReadHeaderTimeout = 5 * time.Second
	case "partner":
		server.ReadTimeout = 20 * time.Second
	}
	return server.ListenAndServe()
}
