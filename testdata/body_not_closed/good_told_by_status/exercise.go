package toldbystatus

import (
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/a/again" {
			w.WriteHeader(http.StatusConflict)
		}
	}))
	_, _ = (&client{server.URL}).text("/a")
	http.DefaultClient.CloseIdleConnections()
	server.Close()
}
