package nocontentkept

import (
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write(make([]byte, 1<<20))
	}))
	_ = remove(http.DefaultClient, server.URL)
	_, _ = expect(server.URL)
	http.DefaultClient.CloseIdleConnections()
}
