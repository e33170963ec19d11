package tunnel

import (
	"io"
	"log"
	"net"
	"net/http"
)

func drain(dial func() (net.Conn, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var peer net.Conn
		peer, err := dial()
		if err != nil {
			http.Error(w, "peer", http.StatusBadGateway)
			return
		}
		go func() {
			defer peer.Close()
			if _, err := io.Copy(io.Discard, peer); err != nil { // want "`io.Copy.*` does not observe r.Context"
				log.Print(err)
			}
		}()
		w.WriteHeader(http.StatusOK)
	}
}
