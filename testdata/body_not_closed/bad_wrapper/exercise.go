package wrapper

import (
	"net/http"
	"net/http/httptest"
	"strings"
)

func Exercise() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(strings.Repeat("plain ", 1<<18)))
	}))
	_, _ = (&api{base: server.URL, http: http.DefaultClient}).names()
}
