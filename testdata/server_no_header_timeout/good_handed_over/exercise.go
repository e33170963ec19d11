package handedover

import (
	"net/http"
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	addr := prove.FreeAddress()
	go Run(addr, func(srv *http.Server) error {
		srv.ReadTimeout = time.Minute
		return srv.ListenAndServe()
	})
	prove.SilentClients(addr, 3)
}
