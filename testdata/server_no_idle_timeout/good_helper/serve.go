package helper

import "net/http"

// Serve runs with the limits of the house.
func Serve(addr string) error {
	srv := &http.Server{Addr: addr, Handler: http.NotFoundHandler()}
	withLimits(srv)
	return srv.ListenAndServe()
}
