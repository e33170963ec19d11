package returned

import (
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	server := httptest.NewServer(http.NotFoundHandler())
	_ = use(server.URL)
	if content, err := body(server.URL); err == nil {
		content.Close()
	}
	if content, err := wrapped(server.URL); err == nil {
		content.Close()
	}
	http.DefaultClient.CloseIdleConnections()
	server.Close()
}
