package deadlineoflistener

import (
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

// Run accepts new connections for a minute.
func Run(addr string, config *tls.Config) error {
	ln, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	srv := &http.Server{Handler: http.NotFoundHandler()} // want "keeps idle connections for ever"
	ln.(*net.TCPListener).SetDeadline(time.Now().Add(time.Minute))
	if config != nil {
		return srv.Serve(tls.NewListener(ln, config))
	}
	return srv.Serve(ln)
}
