package readtoend

import (
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	server := httptest.NewServer(http.NotFoundHandler())
	_ = warm(server.URL)
	http.DefaultClient.CloseIdleConnections()
	server.Close()
}
