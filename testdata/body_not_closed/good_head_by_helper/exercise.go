package headbyhelper

import (
	"context"
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	server := httptest.NewServer(http.NotFoundHandler())
	s := &store{client: &http.Client{Transport: &http.Transport{}}, base: server.URL}
	_ = s.healthy(context.Background())
	s.has("/a")
	_ = s.drop("/a")
	s.client.CloseIdleConnections()
	server.Close()
}
