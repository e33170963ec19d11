package servecontent

import (
	"net/http"
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	addr := prove.FreeAddress()
	go func() {
		srv := &http.Server{Addr: addr, Handler: page{}, ReadTimeout: time.Minute}
		srv.ListenAndServe()
	}()
	prove.IdleClients(addr, 2)
}
