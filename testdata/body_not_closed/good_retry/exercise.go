package retry

import (
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	_, _ = get(http.DefaultClient, server.URL)
	_, _ = once(http.DefaultClient, server.URL, server.URL)
	_ = poll(http.DefaultClient, server.URL)
	http.DefaultClient.CloseIdleConnections()
	server.Close()
}
