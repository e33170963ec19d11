package replacedbody

import (
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	server := httptest.NewServer(http.NotFoundHandler())
	req, _ := http.NewRequest(http.MethodGet, server.URL, http.NoBody)
	_, _ = buffered(&logging{next: http.DefaultTransport}, req)
	http.DefaultClient.CloseIdleConnections()
	server.Close()
}
