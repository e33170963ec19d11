package testserver

import (
	"net/http"
	"net/http/httptest"

	"golintsched.test/cases/prove"
)

// Probe asks a server of its own.
func Probe() {
	server := httptest.NewServer(http.NotFoundHandler())
	defer server.Close()
	prove.Get(server.URL)
}
