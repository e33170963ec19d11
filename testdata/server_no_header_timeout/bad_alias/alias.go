package alias

import (
	stdhttp "net/http"
	"time"
)

type backend = stdhttp.Server

func listen(addr string) {
	b := backend{Addr: addr, IdleTimeout: 30 * time.Second} // want "`b` waits for ever"
	b.Handler = stdhttp.NotFoundHandler()
	go b.ListenAndServe()
}
