package embedded

import (
	"io"
	"net/http"
	"sync/atomic"
)

type metricsServer struct {
	http.Server
	scrapes atomic.Int64
}

func serveMetrics(addr string) error {
	s := &metricsServer{} // want "`s.Server` keeps idle connections"
	s.Addr = addr
	s.Handler = http.HandlerFunc(s.scrape)
	return s.ListenAndServe()
}

func (s *metricsServer) scrape(w http.ResponseWriter, _ *http.Request) {
	s.scrapes.Add(1)
	io.WriteString(w, "up 1\n")
}
