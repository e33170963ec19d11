package options

import (
	"net/http"
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	addr := prove.FreeAddress()
	go Serve(addr, func(srv *http.Server) { srv.ReadTimeout = time.Minute })
	prove.IdleClients(addr, 3)
}
