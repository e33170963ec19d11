package replacedfield

import (
	"net/http"
	"time"
)

// Listener makes its server when it starts.
type Listener struct {
	server http.Server
	Paths  []string
}

// New returns a listener that is not started.
func New() *Listener {
	return &Listener{Paths: []string{"/"}}
}

// Start serves on addr.
func (l *Listener) Start(addr string) error {
	l.server = http.Server{Addr: addr, ReadTimeout: 10 * time.Second}
	return l.server.ListenAndServe()
}
