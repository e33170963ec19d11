package allbranches

import (
	"net/http"
	"time"
)

func serve(addr, network string) error {
	server := new(http.Server)
	server.Addr = addr
	switch network {
	case "public":
		server.ReadHeaderTimeout = 5 * time.Second
		server.IdleTimeout = time.Minute
	default:
		server.ReadTimeout = time.Minute
	}
	return server.ListenAndServe()
}
