package varinclosure

import (
	"net"
	"net/http"
)

func start(addr string, failed chan<- error) {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		failed <- err
		return
	}
	var srv http.Server // want "`srv` keeps idle connections"
	srv.Handler = http.HandlerFunc(health)
	go func() {
		failed <- srv.Serve(listener)
	}()
}

func health(w http.ResponseWriter, _ *http.Request) {
	w.WriteHeader(http.StatusOK)
}
