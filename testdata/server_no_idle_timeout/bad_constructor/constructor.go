package constructor

import (
	"net/http"
	"time"
)

// NewServer returns a server that its caller starts.
func NewServer(addr string, handler http.Handler) *http.Server {
	return &http.Server{Addr: addr, Handler: handler, WriteTimeout: 20 * time.Second} // want "keeps idle connections"
}
