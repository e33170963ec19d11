package embedded

import (
	"net/http"
	"time"
)

type edge struct {
	*http.Server
	region string
}

type listener struct {
	http.Server
}

func newEdge(addr string) *edge {
	e := &edge{region: "local", Server: &http.Server{Addr: addr}}
	e.Handler = http.NotFoundHandler()
	e.Server.ReadTimeout = time.Minute
	return e
}

// Run serves, with a second server beside it that is never started.
func (e *edge) Run() error {
	var spare listener
	spare.Handler = e.Handler
	return e.ListenAndServe()
}
