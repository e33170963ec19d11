package setafterserving

import (
	"net/http"
	"time"
)

func late(addr string) {
	var srv = http.Server{Addr: addr} // want "`srv` waits for ever"
	done := make(chan error, 1)
	go func() { done <- srv.ListenAndServe() }()
	<-done
	srv.ReadHeaderTimeout = time.Second
}
