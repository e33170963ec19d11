package head

import (
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	server := httptest.NewServer(http.NotFoundHandler())
	exists(server.URL)
	size(http.DefaultClient, server.URL)
	http.DefaultClient.CloseIdleConnections()
	server.Close()
}
