package store

import (
	"context"
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "12")
	}))
	s := &Store{&http.Client{Transport: &http.Transport{}}, server.URL}
	s.Size(context.Background(), "a")
	s.Exists(context.Background(), "b")
	s.Tag("c")
	s.Client.CloseIdleConnections()
	server.Close()
}
