package foreigntype

import "net/http"

type starter interface {
	ListenAndServe() error
}

// Run starts what only looks like a server of net/http.
func Run() error {
	var s starter = &fakeServer{Addr: http.MethodGet}
	return s.ListenAndServe()
}
