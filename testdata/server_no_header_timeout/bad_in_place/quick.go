package inplace

import "net/http"

// Quick has no time to name its server.
func Quick(addr string) error {
	return (&http.Server{Addr: addr, Handler: http.NotFoundHandler()}).ListenAndServe() // want "the server waits for ever"
}
