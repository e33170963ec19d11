package servelistener

import (
	"net"
	web "net/http"
)

func open(addr string) error {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	return web.Serve(l, web.NotFoundHandler()) // want "`http.Serve` serves"
}
