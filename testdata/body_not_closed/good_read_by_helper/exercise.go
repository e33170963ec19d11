package good

import (
	"net/http"
	"net/http/httptest"
)

// Exercise has answers of a good server, a missing page, and one that breaks off.
func Exercise() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/missing":
			http.NotFound(w, r)
		case "/broken":
			w.Header().Set("Content-Length", "100")
			_, _ = w.Write([]byte("short"))
		default:
			_, _ = w.Write([]byte("token"))
		}
	}))
	client := &http.Client{Transport: &http.Transport{}}
	for _, path := range []string{"/", "/missing", "/broken"} {
		_, _ = Token(client, server.URL+path)
		_ = Notify(client, server.URL+path)
		if body, err := Open(client, server.URL+path); err == nil {
			body.Close()
		}
	}
	client.CloseIdleConnections()
	server.Close()
}
