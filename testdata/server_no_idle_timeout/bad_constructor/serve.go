package constructor

import "net/http"

// Serve runs the server of this package.
func Serve(addr string) error {
	srv := NewServer(addr, http.NotFoundHandler())
	srv.MaxHeaderBytes = 1 << 16
	return srv.ListenAndServe()
}
