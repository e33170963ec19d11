package readtimeout

import (
	"net/http"
	"time"
)

// Daemon serves in the background.
type Daemon struct {
	admin http.Server
}

func newDaemon(addr string) *Daemon {
	d := &Daemon{}
	d.admin.Addr = addr
	d.admin.ReadTimeout = 20 * time.Second
	return d
}

// Start returns at once.
func (d *Daemon) Start() {
	go d.admin.ListenAndServe()
}
