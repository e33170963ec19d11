package follow

import (
	"bufio"
	"context"
	"net"
	"net/http"
)

func lines(dial func() (net.Conn, error), keep func(string)) http.HandlerFunc {
	return func(_ http.ResponseWriter, r *http.Request) {
		var peer net.Conn
		peer, err := dial()
		if err != nil {
			return
		}
		context.AfterFunc(r.Context(), func() { peer.Close() })
		go func() {
			scanner := bufio.NewScanner(peer)
			for scanner.Scan() {
				keep(scanner.Text())
			}
		}()
	}
}
