package headertimeoutonly

import (
	"log"
	"net/http"
	"time"
)

type gateway struct {
	http *http.Server
	logs *log.Logger
}

func newGateway(addr string) *gateway {
	g := &gateway{logs: log.Default()}
	g.http = &http.Server{ // want "`g.http` keeps idle connections"
		Addr:              addr,
		Handler:           g,
		ReadHeaderTimeout: 5 * time.Second,
		WriteTimeout:      time.Minute,
	}
	return g
}

func (g *gateway) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	w.WriteHeader(http.StatusNoContent)
}

func (g *gateway) serve() {
	if err := g.http.ListenAndServe(); err != http.ErrServerClosed {
		g.logs.Print(err)
	}
}
