package negative

import (
	"net"
	"net/http"
	"time"
)

// Listen takes a negative timeout for one that is very short.
func Listen(addr string) error {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	defer l.Close()
	web := &http.Server{ReadTimeout: time.Minute, ReadHeaderTimeout: -time.Second} // want "a negative ReadHeaderTimeout"
	web.Handler = http.NotFoundHandler()
	return web.Serve(l)
}
