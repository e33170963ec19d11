package store

import (
	"context"
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	server := httptest.NewServer(http.NotFoundHandler())
	s := &Store{http.DefaultClient, server.URL}
	s.Exists(context.Background(), "a")
	s.Remove(context.Background(), "b")
}
