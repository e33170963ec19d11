package nocontent

import (
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		switch {
		case req.Method == http.MethodDelete:
			w.WriteHeader(http.StatusNoContent)
		case req.Header.Get("If-None-Match") == "1":
			w.WriteHeader(http.StatusNotModified)
		default:
			_, _ = w.Write(make([]byte, 1<<20))
		}
	}))
	_ = remove(http.DefaultClient, server.URL)
	_, _ = fetch(server.URL, "1")
	_, _ = fetch(server.URL, "2")
	http.DefaultClient.CloseIdleConnections()
	server.Close()
}
