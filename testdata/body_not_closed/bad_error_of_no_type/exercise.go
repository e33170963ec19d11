package account

import (
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	server := httptest.NewServer(http.NotFoundHandler())
	Get(http.DefaultClient, server.URL)
	Probe(http.DefaultClient, server.URL)
}
