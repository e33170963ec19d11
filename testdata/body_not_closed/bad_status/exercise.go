package status

import (
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	server := httptest.NewServer(http.NotFoundHandler())
	_, _ = latest(http.DefaultClient, server.URL)
}
