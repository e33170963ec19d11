package parsed

import (
	"net/http"
	"time"
)

func serve(addr, timeout string) error {
	srv := &http.Server{Addr: addr, Handler: http.NotFoundHandler()}
	if timeout != "" {
		limit, err := time.ParseDuration(timeout)
		if err != nil {
			return err
		}
		srv.ReadTimeout = limit
	}
	return srv.ListenAndServe()
}
