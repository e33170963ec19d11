package statusanderror

import (
	"net/http"
	"net/http/httptest"
	"strings"
)

func Exercise() {
	text := []byte(strings.Repeat("x", 1<<20))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/a/again" {
			w.WriteHeader(http.StatusConflict)
		}
		_, _ = w.Write(text)
	}))
	_, _ = (&client{server.URL}).text("/a", 3)
}
