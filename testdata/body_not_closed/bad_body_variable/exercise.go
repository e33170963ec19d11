package bodyvariable

import (
	"net/http"
	"net/http/httptest"
	"strings"
)

func Exercise() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(strings.Repeat("a word\n", 1<<18)))
	}))
	_, _ = grep(server.URL, "word")
}
