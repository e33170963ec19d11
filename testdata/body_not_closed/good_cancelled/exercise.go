package cancelled

import (
	"net/http"
	"net/http/httptest"
	"strings"
)

func Exercise() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(strings.Repeat("much ", 1<<18)))
	}))
	_, _ = ping(http.DefaultClient, server.URL)
	req, _ := http.NewRequest(http.MethodGet, server.URL, http.NoBody)
	_, _ = again(http.DefaultClient, req)
	http.DefaultClient.CloseIdleConnections()
	server.Close()
}
