package deferred

import (
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	server := httptest.NewServer(http.NotFoundHandler())
	_ = fetch(server.URL, nil)
	_, _ = checked(server.URL)
	maybe(server.URL)
	guarded(server.URL)
	http.DefaultClient.CloseIdleConnections()
	server.Close()
}
