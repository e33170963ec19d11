package daemon

import (
	"net"
	"net/http"
)

// listen opens what the address says: a path is a unix socket.
func listen(address string) (net.Listener, error) {
	if address[0] == '/' {
		return net.Listen("unix", address)
	}
	return net.Listen("tcp", address)
}

// Run serves until it fails.
func Run(address string) error {
	ln, err := listen(address)
	if err != nil {
		return err
	}
	srv := &http.Server{Handler: http.NotFoundHandler()} // want "keeps idle connections for ever"
	return srv.Serve(ln)
}
