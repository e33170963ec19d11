package methodvalue

import (
	"net/http"
	"sync"
)

// Daemon serves in the background.
type Daemon struct {
	group sync.WaitGroup
	admin http.Server
}

func newDaemon(addr string) *Daemon {
	d := new(Daemon) // want "`d.admin` waits for ever"
	d.admin.Addr = addr
	d.admin.Handler = http.NotFoundHandler()
	return d
}

// Start returns at once.
func (d *Daemon) Start() {
	serve := d.admin.ListenAndServe
	d.group.Go(func() { _ = serve() })
}
