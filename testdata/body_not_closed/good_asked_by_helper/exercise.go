package askedbyhelper

import (
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	server := httptest.NewServer(http.NotFoundHandler())
	_, _ = fetch(server.URL)
	ping(server.URL)
	http.DefaultClient.CloseIdleConnections()
	server.Close()
}
