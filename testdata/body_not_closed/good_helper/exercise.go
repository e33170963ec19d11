package helper

import (
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	server := httptest.NewServer(http.NotFoundHandler())
	_, _ = number(server.URL)
	_, _ = status(server.URL)
	http.DefaultClient.CloseIdleConnections()
	server.Close()
}
