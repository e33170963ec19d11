package options

import "net/http"

// Option changes a server before it starts.
type Option func(*http.Server)

// Serve runs with what the options set.
func Serve(addr string, options ...Option) error {
	srv := &http.Server{Addr: addr, Handler: http.NotFoundHandler()} // wantlow "keeps idle connections"
	for _, option := range options {
		option(srv)
	}
	return srv.ListenAndServe()
}
