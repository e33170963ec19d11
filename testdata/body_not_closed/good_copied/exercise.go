package agent

import (
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	server := httptest.NewServer(http.NotFoundHandler())
	mine := &agent{&http.Client{Transport: &http.Transport{}}}
	mine.Fetch(server.URL)
	mine.client.CloseIdleConnections()
	server.Close()
}
