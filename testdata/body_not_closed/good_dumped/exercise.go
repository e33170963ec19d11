package trace

import (
	"io"
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	server := httptest.NewServer(http.NotFoundHandler())
	short := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "100")
	}))
	client := &http.Client{Transport: &http.Transport{}}
	Get(client, server.URL, io.Discard)
	Get(client, short.URL, io.Discard)
	client.CloseIdleConnections()
	server.Close()
	short.Close()
}
