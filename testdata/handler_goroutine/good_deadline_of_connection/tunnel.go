package tunnel

import (
	"io"
	"net"
	"net/http"
	"time"
)

func drain(dial func() (net.Conn, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		var peer net.Conn
		peer, err := dial()
		if err != nil {
			return
		}
		_ = peer.SetReadDeadline(time.Now().Add(20 * time.Millisecond))
		go func() {
			defer peer.Close()
			_, _ = io.Copy(io.Discard, peer)
		}()
		w.WriteHeader(http.StatusOK)
	}
}
