package status

import (
	"net"
	"net/http"
)

// serve answers local tools, until the listener is closed.
func serve(address *net.UnixAddr, opened chan<- net.Listener) error {
	defer close(opened)
	listener, err := net.ListenUnix("unix", address)
	if err != nil {
		return err
	}
	opened <- listener
	return http.Serve(listener, http.NotFoundHandler())
}
