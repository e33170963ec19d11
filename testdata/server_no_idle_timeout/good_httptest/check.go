package httptest

import (
	"net/http"
	"net/http/httptest"

	"golintsched.test/cases/prove"
)

// Check asks a server of its own whether it answers.
func Check() {
	server := httptest.NewUnstartedServer(nil)
	server.Config = &http.Server{Handler: http.NotFoundHandler()}
	server.Start()
	defer server.Close()
	prove.Get(server.URL)
}
