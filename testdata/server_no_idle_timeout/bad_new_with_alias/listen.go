package newwithalias

import (
	web "net/http"
	"time"
)

func listen(addr string) error {
	server := new(web.Server) // want "`server` keeps idle connections"
	server.Addr = addr
	server.Handler = web.NotFoundHandler()
	server.IdleTimeout = 0
	server.ReadHeaderTimeout = 3 * time.Second
	defer server.Close()
	return server.ListenAndServe()
}
