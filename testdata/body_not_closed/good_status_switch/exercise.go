package statusswitch

import (
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	server := httptest.NewServer(http.NotFoundHandler())
	_, _ = load(http.DefaultClient, server.URL)
	used(server.URL)
	http.DefaultClient.CloseIdleConnections()
	server.Close()
}
